package io.tatemulator.execution.process;

import io.tatemulator.invocation.DueTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Decides which tasks have their turn: in the order in which they were created, as long as fewer
 * run than the limits say. It knows the tasks that run and those that wait as their changes have
 * been committed, and those that a transaction in progress is starting.
 */
@Component
final class Turns {
  /**
   * The instance of a task.
   *
   * @param tenantId its tenant
   * @param instanceId its identifier
   */
  record Place(long tenantId, String instanceId) {
    static Place of(DueTask task) {
      return new Place(task.tenantId(), task.instanceId());
    }
  }

  private final int max;
  private final int maxPerInstance;
  private final Map<Long, Place> running = new HashMap<>();
  private final TreeMap<Long, Place> waiting = new TreeMap<>();

  Turns(ProcessSettings settings) {
    this.max = settings.maxConcurrent();
    this.maxPerInstance = settings.maxConcurrentPerInstance();
  }

  /** Returns those of some tasks whose turn it is; they count as running from now on. */
  synchronized Set<Long> take(List<DueTask> tasks) {
    TreeMap<Long, Place> candidates = new TreeMap<>(waiting);
    tasks.forEach(task -> candidates.put(task.id(), Place.of(task)));
    Set<Long> taken = new HashSet<>(next(candidates));
    taken.retainAll(tasks.stream().map(DueTask::id).toList());
    tasks.stream()
        .filter(task -> taken.contains(task.id()))
        .forEach(task -> running.put(task.id(), Place.of(task)));
    return taken;
  }

  /** Returns whether a task has taken its turn and not ended. */
  synchronized boolean isRunning(long taskId) {
    return running.containsKey(taskId);
  }

  /** Returns the waiting tasks whose turn it is. */
  synchronized List<Long> next() {
    return next(waiting);
  }

  private List<Long> next(SortedMap<Long, Place> candidates) {
    Map<Place, Integer> counts = new HashMap<>();
    running.values().forEach(place -> counts.merge(place, 1, Integer::sum));
    int free = max - running.size();
    List<Long> next = new ArrayList<>();
    for (Map.Entry<Long, Place> task : candidates.entrySet()) {
      if (next.size() >= free) {
        break;
      }
      if (counts.getOrDefault(task.getValue(), 0) < maxPerInstance) {
        counts.merge(task.getValue(), 1, Integer::sum);
        next.add(task.getKey());
      }
    }
    return next;
  }

  /** Notes that tasks wait. */
  synchronized void await(Collection<DueTask> tasks) {
    tasks.forEach(task -> waiting.put(task.id(), Place.of(task)));
  }

  /** Notes that tasks no longer wait. */
  synchronized void stopWaiting(Collection<Long> taskIds) {
    waiting.keySet().removeAll(taskIds);
  }

  /** Notes that tasks have ended, or have not been started after all. */
  synchronized void end(Collection<Long> taskIds) {
    running.keySet().removeAll(taskIds);
  }

  /** Forgets tasks that no longer exist. */
  synchronized void discard(Predicate<Place> condition) {
    running.values().removeIf(condition);
    waiting.values().removeIf(condition);
  }
}
