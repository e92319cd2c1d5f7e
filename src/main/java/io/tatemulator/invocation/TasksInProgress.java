package io.tatemulator.invocation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the tasks that executors have begun and not ended. */
@Component
public class TasksInProgress {
  private final InvocationTaskRepository tasks;

  TasksInProgress(InvocationTaskRepository tasks) {
    this.tasks = tasks;
  }

  /** Returns the tasks in progress of some executors, the oldest first. */
  public List<ExecutorTask> of(List<String> executors, int limit) {
    return tasks.findUnfinished(Instant.EPOCH, executors.toArray(String[]::new), limit);
  }
}
