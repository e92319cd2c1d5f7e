package io.tatemulator.invocation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statuses of a task, by the cloud's names, and the table of their transitions. */
public enum TaskStatus {
  /** Not delivered yet. */
  PENDING,
  /** Delivery is in progress. */
  DELIVERING,
  /** Delivery is not possible at the moment. */
  DELIVER_DELAYED,
  /** Delivery failed. */
  DELIVER_FAILED,
  /** The agent could not start the command. */
  START_FAILED,
  RUNNING,
  /** Ended with exit code 0. */
  SUCCESS,
  /** Ended with another exit code. */
  FAILED,
  /** Ran longer than the command's timeout and was killed. */
  TIMEOUT,
  /** The agent stopped responding. */
  TASK_TIMEOUT,
  CANCELLING,
  /** Cancelled before it started. */
  CANCELLED,
  /** Cancelled while it ran, and killed. */
  TERMINATED;

  private static final Map<TaskStatus, Set<TaskStatus>> TRANSITIONS =
      new EnumMap<>(TaskStatus.class);

  static {
    allow(PENDING, DELIVERING, DELIVER_DELAYED, DELIVER_FAILED, CANCELLED);
    allow(
        DELIVERING,
        RUNNING,
        DELIVER_DELAYED,
        DELIVER_FAILED,
        START_FAILED,
        TASK_TIMEOUT,
        CANCELLED);
    allow(DELIVER_DELAYED, DELIVERING, DELIVER_FAILED, CANCELLED);
    allow(RUNNING, SUCCESS, FAILED, TIMEOUT, TASK_TIMEOUT, START_FAILED, CANCELLING);
    allow(CANCELLING, TERMINATED, SUCCESS, FAILED, TIMEOUT, TASK_TIMEOUT, START_FAILED);
  }

  private static void allow(TaskStatus from, TaskStatus... to) {
    TRANSITIONS.put(from, EnumSet.copyOf(List.of(to)));
  }

  /** Returns whether this status has no transitions. */
  public boolean isTerminal() {
    return !TRANSITIONS.containsKey(this);
  }

  /** Returns whether its script runs, perhaps until it is killed. */
  public boolean isRunning() {
    return this == RUNNING || this == CANCELLING;
  }

  /** Returns whether the table has a transition from this status to another. */
  public boolean canTransitionTo(TaskStatus next) {
    return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
  }

  /** Returns whether one or more transitions lead from this status to another. */
  boolean canReach(TaskStatus end) {
    return TRANSITIONS.getOrDefault(this, Set.of()).stream()
        .anyMatch(next -> next == end || canReachFrom(next, end));
  }

  private static boolean canReachFrom(TaskStatus next, TaskStatus end) {
    // DELIVERING and DELIVER_DELAYED form a cycle, so both reach the same statuses.
    return next != DELIVER_DELAYED && next.canReach(end);
  }

  /**
   * Applies a chain of transitions and returns the last status.
   *
   * @throws IllegalTaskChangeException when the table lacks one of them
   */
  public TaskStatus transitionTo(TaskStatus... steps) {
    return Arrays.stream(steps).reduce(this, TaskStatus::requireTransition);
  }

  private TaskStatus requireTransition(TaskStatus next) {
    if (!canTransitionTo(next)) {
      throw new IllegalTaskChangeException(this, next);
    }
    return next;
  }
}
