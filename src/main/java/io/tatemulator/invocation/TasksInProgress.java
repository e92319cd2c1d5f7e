package io.tatemulator.invocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the tasks that executors have begun and not ended. */
@Component
public class TasksInProgress {
  private final InvocationTaskRepository tasks;

  TasksInProgress(InvocationTaskRepository tasks) {
    this.tasks = tasks;
  }

  /** Returns those of some tasks that have not ended. */
  public List<ExecutorTask> ofIds(Collection<Long> taskIds) {
    return tasks.findInProgress(Instant.EPOCH, taskIds.toArray(Long[]::new));
  }

  /** Returns the tasks in progress of an executor, the oldest first. */
  public List<ExecutorTask> of(String executor, int limit) {
    return tasks.findInProgress(Instant.EPOCH, executor, limit);
  }

  /** Returns whether a task is in progress on an instance by an executor. */
  public boolean isOf(long taskId, String executor, long tenantId, String instanceId) {
    return tasks.isInProgress(Instant.EPOCH, taskId, executor, tenantId, instanceId);
  }

  /** Returns what tasks have printed so far, by task id, without those that have nothing. */
  public Map<Long, byte[]> outputs(Collection<Long> taskIds) {
    return tasks.findOutputs(taskIds.toArray(Long[]::new)).stream()
        .collect(Collectors.toMap(TaskOutput::id, TaskOutput::output));
  }
}
