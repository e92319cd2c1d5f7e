package io.tatemulator.execution.process;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which tasks have their turn, in the order in which they were created, as long as fewer
 * run than the limits say. Counts those that the database shows as running, so that a rollback
 * leaves nothing behind.
 */
final class Turns {
  private record Waiting(long id, String instance) {}

  private final int max;
  private final int maxPerInstance;
  private final Map<String, Integer> running = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private int total;

  /**
   * Creates the turns as they are stored.
   *
   * @param inProgress the tasks that have begun and not ended
   */
  Turns(ProcessSettings settings, List<ExecutorTask> inProgress) {
    this.max = settings.maxConcurrent();
    this.maxPerInstance = settings.maxConcurrentPerInstance();
    for (ExecutorTask task : inProgress) {
      String instance = instance(task.tenantId(), task.instanceId());
      if (task.status() == TaskStatus.DELIVERING) {
        waiting.add(new Waiting(task.id(), instance));
      } else {
        begin(instance);
      }
    }
  }

  /** Adds tasks that are to start. */
  void add(List<DueTask> starting) {
    Set<Long> known = new HashSet<>();
    waiting.forEach(task -> known.add(task.id()));
    starting.stream()
        .filter(task -> !known.contains(task.id()))
        .forEach(
            task ->
                waiting.add(new Waiting(task.id(), instance(task.tenantId(), task.instanceId()))));
  }

  /** Returns the tasks that may run now besides those that do. */
  Set<Long> next() {
    Set<Long> admitted = new HashSet<>();
    waiting.sort(Comparator.comparingLong(Waiting::id));
    for (Waiting task : waiting) {
      if (total < max && running.getOrDefault(task.instance(), 0) < maxPerInstance) {
        begin(task.instance());
        admitted.add(task.id());
      }
    }
    return admitted;
  }

  private void begin(String instance) {
    total++;
    running.merge(instance, 1, Integer::sum);
  }

  private static String instance(long tenantId, String instanceId) {
    return tenantId + " " + instanceId;
  }
}
