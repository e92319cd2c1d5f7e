package io.tatemulator.invocation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statuses of a task, as the cloud names them, and the table of the changes between them. */
public enum TaskStatus {
  /** Waits to be delivered. */
  PENDING,
  /** Is being delivered. */
  DELIVERING,
  /** Cannot be delivered for the moment. */
  DELIVER_DELAYED,
  /** Could not be delivered. */
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

  private static final Map<TaskStatus, Set<TaskStatus>> CHANGES = new EnumMap<>(TaskStatus.class);

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
    CHANGES.put(from, EnumSet.copyOf(List.of(to)));
  }

  /** Whether nothing can follow. */
  public boolean isTerminal() {
    return !CHANGES.containsKey(this);
  }

  /** Whether this status may change into another. */
  public boolean mayBecome(TaskStatus next) {
    return CHANGES.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether allowed changes, one or several, lead from this status to another. */
  boolean leadsTo(TaskStatus end) {
    return CHANGES.getOrDefault(this, Set.of()).stream()
        .anyMatch(next -> next == end || leadsOn(next, end));
  }

  private static boolean leadsOn(TaskStatus next, TaskStatus end) {
    // DELIVERING and DELIVER_DELAYED lead to each other; what the one reaches, so does the other.
    return next != DELIVER_DELAYED && next.leadsTo(end);
  }

  /**
   * The last of a chain of changes.
   *
   * @throws IllegalTaskChangeException when one of them is not in the table
   */
  public TaskStatus through(TaskStatus... steps) {
    return Arrays.stream(steps).reduce(this, TaskStatus::become);
  }

  private TaskStatus become(TaskStatus next) {
    if (!mayBecome(next)) {
      throw new IllegalTaskChangeException(this, next);
    }
    return next;
  }
}
