package io.tatemulator.invocation;

import io.tatemulator.tat.ResourceId;
import java.time.Instant;

/**
 * A task as listed with its invocation, without its output.
 *
 * @param invocationId its invocation's id
 * @param id its id
 * @param status its current status
 * @param instanceId the instance that it runs on
 * @param updatedAt when it last changed
 */
public record TaskBrief(
    long invocationId, long id, TaskStatus status, String instanceId, Instant updatedAt) {
  /** Returns the public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id);
  }
}
