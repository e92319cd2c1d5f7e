package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskExecutor;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Selects the executor of a task: the one that started it, or else the one that serves its
 * instance.
 */
@Component
final class ExecutorSelection {
  private final TaskExecutor defaultExecutor;
  private final List<TaskExecutor> executors;

  ExecutorSelection(List<TaskExecutor> executors) {
    List<TaskExecutor> defaults = executors.stream().filter(TaskExecutor::isDefault).toList();
    if (defaults.size() != 1) {
      throw new IllegalStateException("expected one default executor, got " + defaults);
    }
    this.defaultExecutor = defaults.get(0);
    this.executors = executors;
  }

  TaskExecutor of(DueTask task) {
    String name = task.executor();
    return name == null ? serving(task) : named(name);
  }

  /** Returns the executors whose tasks take real time, and which may have some. */
  List<TaskExecutor> takingRealTime() {
    return executors.stream().filter(TaskExecutor::takesRealTime).toList();
  }

  private TaskExecutor named(String name) {
    return executors.stream()
        .filter(executor -> name.equals(executor.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown executor " + name));
  }

  private TaskExecutor serving(DueTask task) {
    List<TaskExecutor> serving =
        executors.stream()
            .filter(executor -> executor.serves(task.tenantId(), task.instanceId()))
            .toList();
    if (serving.size() > 1) {
      throw new IllegalStateException(
          "several executors serve the instance " + task.instanceId() + ": " + serving);
    }
    return serving.isEmpty() ? defaultExecutor : serving.get(0);
  }
}
