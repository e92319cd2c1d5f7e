package io.tatemulator.invocation;

import io.tatemulator.tat.ResourceId;

/**
 * A task as listed with its invocation, without its output.
 *
 * @param invocationId its invocation's id
 * @param id its id
 * @param status its current status
 * @param instanceId the instance that it runs on
 */
public record TaskBrief(long invocationId, long id, TaskStatus status, String instanceId) {
  /** Returns the public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id);
  }
}
