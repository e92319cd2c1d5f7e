package io.tatemulator.invocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a task.
 *
 * @param at the time of the change
 * @param task the task as it was read
 * @param status its new status
 * @param startedAt when it started; null before
 * @param nextStepAt when its next step is due; null for none
 * @param end the result of its script; {@link TaskResult#NOTHING} until it has ended
 * @param executor the name of the executor that started it; null before
 * @param executorState the executor's own state for this task; null for none
 */
public record TaskChange(
    Instant at,
    DueTask task,
    TaskStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant nextStepAt,
    TaskResult end,
    @Nullable String executor,
    @Nullable String executorState) {
  boolean keepsStatus() {
    return status == task.status();
  }

  void check() {
    boolean allowed = keepsStatus() ? !status.isTerminal() : task.status().canReach(status);
    if (!allowed) {
      throw new IllegalTaskChangeException(task.status(), status);
    }
  }
}
