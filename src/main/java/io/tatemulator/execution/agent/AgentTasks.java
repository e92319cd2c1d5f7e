package io.tatemulator.execution.agent;

import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TasksInProgress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks of agents that have not ended, or ended a moment ago. */
@Component
final class AgentTasks {
  private final TasksInProgress inProgress;
  private final AgentSettings settings;
  private final Map<Long, AgentTask> byId = new ConcurrentHashMap<>();

  AgentTasks(TasksInProgress inProgress, AgentSettings settings) {
    this.inProgress = inProgress;
    this.settings = settings;
  }

  /** Returns the tasks with which the dispatcher calls, in order; restores those not in memory. */
  List<AgentTask> of(List<DueTask> tasks, Instant now) {
    Map<Long, byte[]> outputs = new HashMap<>();
    List<Long> unknown =
        tasks.stream()
            .filter(task -> task.status().isRunning() && !byId.containsKey(task.id()))
            .map(DueTask::id)
            .toList();
    if (!unknown.isEmpty()) {
      outputs.putAll(inProgress.outputs(unknown));
    }
    return tasks.stream()
        .map(
            task ->
                byId.computeIfAbsent(
                    task.id(), id -> restore(task, outputs.getOrDefault(id, new byte[0]), now)))
        .toList();
  }

  private AgentTask restore(DueTask task, byte[] output, Instant now) {
    AgentTaskState state =
        AgentTaskState.read(
            task.executorState(), AgentTaskState.until(now.plus(settings.deliveryTimeout())));
    return new AgentTask(
        task.id(),
        new Instance.Key(task.tenantId(), task.instanceId()),
        state,
        output,
        task.status().isRunning());
  }

  @Nullable AgentTask find(long taskId) {
    return byId.get(taskId);
  }

  /** Returns the tasks of a machine. */
  List<AgentTask> of(Instance.Key machine) {
    return byId.values().stream().filter(task -> task.machine().equals(machine)).toList();
  }

  Collection<AgentTask> all() {
    return byId.values();
  }

  /** Forgets tasks. */
  void removeIf(Predicate<AgentTask> condition) {
    byId.values().removeIf(condition);
  }
}
