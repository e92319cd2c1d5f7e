package io.tatemulator.invocation;

import io.tatemulator.tat.ResourceId;

/**
 * A task that an executor has begun and not ended.
 *
 * @param id the task's id
 * @param status its current status; DELIVERING when it waits for its turn
 */
public record ExecutorTask(long id, TaskStatus status) {
  /** Returns the public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id);
  }
}
