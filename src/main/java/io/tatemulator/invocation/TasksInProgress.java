package io.tatemulator.invocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

  /** Returns the tasks in progress of some executors, the oldest first. */
  public List<ExecutorTask> of(List<String> executors, int limit) {
    return tasks.findInProgress(Instant.EPOCH, executors.toArray(String[]::new), limit);
  }
}
