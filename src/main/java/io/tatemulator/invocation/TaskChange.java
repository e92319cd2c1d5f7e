package io.tatemulator.invocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a task, made by an executor.
 *
 * @param task the task as the executor read it
 * @param status its new status
 * @param startedAt when it started; null before
 * @param nextStepAt when its next step is due; null for none
 * @param end the result of its script; {@link TaskResult#NOTHING} until it has ended
 * @param note the executor's own state for this task; null for none
 */
public record TaskChange(
    DueTask task,
    TaskStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant nextStepAt,
    TaskResult end,
    @Nullable String note) {
  void check() {
    if (!task.status().canReach(status)) {
      throw new IllegalTaskChangeException(task.status(), status);
    }
  }
}
