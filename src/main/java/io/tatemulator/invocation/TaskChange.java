package io.tatemulator.invocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an executor has to say of a task.
 *
 * @param task the task as the executor found it
 * @param status how it stands now
 * @param startedAt when it started; null when it has not
 * @param nextStepAt when the executor will look at it again; null when it need not
 * @param end what its script has left behind; nothing until it has ended
 * @param note what the executor wants to remember of it; null for nothing
 */
public record TaskChange(
    DueTask task,
    TaskStatus status,
    @Nullable Instant startedAt,
    @Nullable Instant nextStepAt,
    TaskEnd end,
    @Nullable String note) {
  void check() {
    if (!task.status().leadsTo(status)) {
      throw new IllegalTaskChangeException(task.status(), status);
    }
  }
}
