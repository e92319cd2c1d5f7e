package io.tatemulator.invocation;

import io.tatemulator.support.ResourceId;

/**
 * As much of a task as a list of invocations shows, its output not among it.
 *
 * @param invocationId its invocation's number
 * @param id its number
 * @param status how it stands
 * @param instanceId where it runs
 */
public record TaskBrief(long invocationId, long id, TaskStatus status, String instanceId) {
  /** The public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id);
  }
}
