package io.tatemulator.invocation;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The tasks for which their executors are to be called again before their next steps are due, since
 * something has happened to them that the emulator's clock knows nothing of: a process has ended.
 */
@Component
// Before the executors, which add tasks when they have been reset.
@Order(0)
public class ReadyTasks implements StatefulComponent {
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** By task id, the number of the last addition; in the order of the first. */
  private final Map<Long, Long> additions = new LinkedHashMap<>();

  private long count;

  ReadyTasks(ApplicationEventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Adds tasks. Call it outside of transactions, since due work starts at once. */
  public void add(Collection<Long> taskIds) {
    if (taskIds.isEmpty()) {
      return;
    }
    synchronized (this) {
      taskIds.forEach(id -> additions.put(id, ++count));
      notifyAll();
    }
    events.publishEvent(new DueAt(clock.instant()));
  }

  /** Returns the tasks, each with the number of its last addition. */
  public synchronized Map<Long, Long> all() {
    return new LinkedHashMap<>(additions);
  }

  /** Removes tasks that have not been added again since {@link #all} has returned them. */
  public synchronized void remove(Map<Long, Long> seen) {
    seen.forEach(additions::remove);
  }

  /** Waits until there is a task, at most for some time. */
  public synchronized void await(Duration max) throws InterruptedException {
    long end = System.nanoTime() + max.toNanos();
    for (long left = max.toNanos(); additions.isEmpty() && left > 0; ) {
      wait(Math.max(1, left / 1_000_000));
      left = end - System.nanoTime();
    }
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      reload();
    }
  }

  @Override
  public synchronized void reload() {
    additions.clear();
  }
}
