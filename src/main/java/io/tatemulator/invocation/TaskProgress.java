package io.tatemulator.invocation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a task, as its executor reports it; see the factory methods.
 *
 * @param status DELIVERING, DELIVER_DELAYED, RUNNING or a terminal status except CANCELLED
 * @param nextStepAt when the executor is to be called again; null for a terminal status
 * @param result the result of the script; until it has ended its output so far, or {@link
 *     TaskResult#NOTHING}
 * @param executorState the executor's own state for the task, which each later call gets; null for
 *     none
 */
public record TaskProgress(
    TaskStatus status,
    @Nullable Instant nextStepAt,
    TaskResult result,
    @Nullable String executorState) {
  private static final Set<TaskStatus> IN_PROGRESS =
      EnumSet.of(TaskStatus.DELIVERING, TaskStatus.DELIVER_DELAYED, TaskStatus.RUNNING);

  /** Validates the fields. */
  public TaskProgress {
    boolean isReported =
        nextStepAt == null
            ? status.isTerminal() && status != TaskStatus.CANCELLED
            : IN_PROGRESS.contains(status);
    if (!isReported) {
      throw new IllegalArgumentException(
          "invalid progress of a task: status " + status + ", next step at " + nextStepAt);
    }
  }

  /** Reports that a task is not delivered to its instance, and when it is to be started again. */
  public static TaskProgress notDeliveredBefore(Instant instant, @Nullable String executorState) {
    return new TaskProgress(TaskStatus.DELIVERING, instant, TaskResult.NOTHING, executorState);
  }

  /** Reports that a task cannot be delivered now, and when it is to be started again. */
  public static TaskProgress delayedUntil(Instant instant, @Nullable String executorState) {
    return new TaskProgress(TaskStatus.DELIVER_DELAYED, instant, TaskResult.NOTHING, executorState);
  }

  /** Reports that a task runs and what it has printed so far; otherwise like {@link #running}. */
  public static TaskProgress runningWith(
      TaskResult output, Instant nextCallAt, @Nullable String executorState) {
    return new TaskProgress(TaskStatus.RUNNING, nextCallAt, output, executorState);
  }

  /**
   * Reports that a task runs.
   *
   * @param nextCallAt when it is to be polled, or cancelled again; {@link Instant#MAX} for not
   *     before its timeout
   */
  public static TaskProgress running(Instant nextCallAt, @Nullable String executorState) {
    return new TaskProgress(TaskStatus.RUNNING, nextCallAt, TaskResult.NOTHING, executorState);
  }

  /**
   * Reports that a task has ended: it was not delivered (DELIVER_FAILED) or not started
   * (START_FAILED), ended by itself (SUCCESS, FAILED), was killed by its instance at its timeout
   * (TIMEOUT), or is lost with its instance (TASK_TIMEOUT).
   */
  public static TaskProgress ended(TaskStatus status, TaskResult result) {
    return new TaskProgress(status, null, result, null);
  }

  /**
   * Reports that {@link TaskExecutor#cancel} has killed a task, which ends TERMINATED or TIMEOUT.
   */
  public static TaskProgress killed(TaskResult result) {
    return ended(TaskStatus.TERMINATED, result);
  }
}
