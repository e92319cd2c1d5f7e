package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Determines the change of a task from the progress that its executor reports. */
final class TaskTransitions {
  /** How long after its timeout a task may take to be killed. */
  static final Duration MAX_KILL_TIME = Duration.ofSeconds(10);

  private static final String CANNOT_BE_EXECUTED =
      "the emulator cannot execute this task; see its log";

  private final Instant now;
  private final @Nullable String executor;

  /**
   * Creates the transitions at a time.
   *
   * @param executor the name of the executor that reports; null for none
   */
  TaskTransitions(Instant now, @Nullable String executor) {
    this.now = now;
    this.executor = executor;
  }

  /** Returns whether a task is still running at its timeout, or later. */
  boolean timesOut(DueTask task, TaskProgress progress) {
    return progress.status() == TaskStatus.RUNNING && !now.isBefore(timeoutOf(task));
  }

  /** Returns the change that a progress makes. */
  TaskChange change(DueTask task, TaskProgress progress) {
    if (timesOut(task, progress) && !now.isBefore(timeoutOf(task).plus(MAX_KILL_TIME))) {
      return change(task, TaskProgress.ended(TaskStatus.TIMEOUT, TaskResult.of(TaskResult.KILLED)));
    }
    return new TaskChange(
        now,
        task,
        status(task, progress.status()),
        startedAt(task, progress.status()),
        nextStepAt(task, progress),
        progress.result(),
        executor,
        progress.executorState());
  }

  /** Returns the change that fails a task that cannot be executed. */
  TaskChange failure(DueTask task) {
    TaskResult result = new TaskResult(0, new byte[0], CANNOT_BE_EXECUTED);
    return new TaskChange(
        now, task, TaskStatus.START_FAILED, task.startedAt(), null, result, executor, null);
  }

  /** A cancelled task is CANCELLING until it is killed, and a killed one need not be cancelled. */
  private static TaskStatus status(DueTask task, TaskStatus reported) {
    boolean cancelled = task.status() == TaskStatus.CANCELLING;
    return switch (reported) {
      case RUNNING -> cancelled ? TaskStatus.CANCELLING : reported;
      case TERMINATED -> cancelled ? reported : TaskStatus.TIMEOUT;
      default -> reported;
    };
  }

  private @Nullable Instant startedAt(DueTask task, TaskStatus reported) {
    return switch (reported) {
      case DELIVERING, DELIVER_DELAYED, DELIVER_FAILED, START_FAILED -> task.startedAt();
      default -> Objects.requireNonNullElse(task.startedAt(), now);
    };
  }

  private @Nullable Instant nextStepAt(DueTask task, TaskProgress progress) {
    Instant next = progress.nextStepAt();
    if (next == null) {
      return null;
    }
    if (!next.isAfter(now)) {
      throw new IllegalStateException("expected a time after " + now + ", got " + next);
    }
    if (progress.status() != TaskStatus.RUNNING) {
      return next;
    }
    Instant timeout = timeoutOf(task);
    Instant latest = now.isBefore(timeout) ? timeout : timeout.plus(MAX_KILL_TIME);
    return next.isBefore(latest) ? next : latest;
  }

  private Instant timeoutOf(DueTask task) {
    return Objects.requireNonNullElse(task.startedAt(), now).plus(task.timeout());
  }
}
