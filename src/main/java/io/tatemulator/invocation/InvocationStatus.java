package io.tatemulator.invocation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The statuses of an invocation, derived from the statuses of its tasks. */
public enum InvocationStatus {
  PENDING,
  RUNNING,
  CANCELLING,
  SUCCESS,
  TIMEOUT,
  FAILED,
  CANCELLED,
  PARTIAL_FAILED,
  PARTIAL_CANCELLED;

  private static final Set<TaskStatus> NOT_STARTED =
      EnumSet.of(TaskStatus.PENDING, TaskStatus.DELIVERING, TaskStatus.DELIVER_DELAYED);
  private static final Set<TaskStatus> STOPPED =
      EnumSet.of(TaskStatus.CANCELLED, TaskStatus.TERMINATED);
  private static final Set<TaskStatus> TIMED_OUT =
      EnumSet.of(TaskStatus.TIMEOUT, TaskStatus.TASK_TIMEOUT);
  private static final Set<TaskStatus> FAILURES =
      EnumSet.of(
          TaskStatus.FAILED,
          TaskStatus.START_FAILED,
          TaskStatus.DELIVER_FAILED,
          TaskStatus.TIMEOUT,
          TaskStatus.TASK_TIMEOUT);

  /**
   * Returns the status of an invocation whose tasks have these statuses. The cloud does not
   * document the rule; this is inferred.
   */
  public static InvocationStatus of(Collection<TaskStatus> tasks) {
    if (tasks.contains(TaskStatus.CANCELLING)) {
      return CANCELLING;
    }
    if (NOT_STARTED.containsAll(tasks)) {
      return PENDING;
    }
    return tasks.stream().allMatch(TaskStatus::isTerminal) ? ended(tasks) : RUNNING;
  }

  private static InvocationStatus ended(Collection<TaskStatus> tasks) {
    if (tasks.stream().allMatch(TaskStatus.SUCCESS::equals)) {
      return SUCCESS;
    }
    if (STOPPED.containsAll(tasks)) {
      return CANCELLED;
    }
    if (TIMED_OUT.containsAll(tasks)) {
      return TIMEOUT;
    }
    if (FAILURES.containsAll(tasks)) {
      return FAILED;
    }
    return tasks.stream().anyMatch(STOPPED::contains) ? PARTIAL_CANCELLED : PARTIAL_FAILED;
  }

  /** Returns whether all tasks have ended. */
  public boolean isTerminal() {
    return this != PENDING && this != RUNNING && this != CANCELLING;
  }
}
