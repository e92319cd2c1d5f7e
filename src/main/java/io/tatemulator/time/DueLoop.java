package io.tatemulator.time;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does all due work, the most urgent kind first: after each batch of one kind, every more urgent
 * kind has its turn.
 */
@Component
public final class DueLoop {
  private static final Instant BEFORE_ALL = Instant.EPOCH.minusMillis(1);

  // Fair, so that a long backlog keeps nobody waiting for more than a batch.
  private final ReentrantLock running = new ReentrantLock(true);
  private final List<DueWork> works;
  private final Clock clock;
  private volatile boolean stopping;

  DueLoop(List<DueWork> works, Clock clock) {
    this.works = works;
    this.clock = clock;
  }

  /**
   * Works until nothing is due that was so at the beginning, or has come of that. One caller at a
   * time does a batch; whoever else waits has his turn before the next one.
   *
   * @return whether it has come to that; no when the emulator is being stopped
   */
  public boolean drain() {
    while (alone(() -> !stopping && workOnce())) {
      // Each round looks at the clock anew, since batches take time.
    }
    return !stopping;
  }

  /** Does something while nobody else does due work; what it calls itself may. */
  public <T> T alone(Supplier<T> job) {
    running.lock();
    try {
      return job.get();
    } finally {
      running.unlock();
    }
  }

  /** Lets nobody begin another batch. What is still due then fires after the next start. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping = true;
  }

  /** When something falls due next. */
  public Optional<Instant> nextDue() {
    return nextDueAfter(BEFORE_ALL);
  }

  /** When something falls due after an instant, whatever cannot be done that was due before. */
  public Optional<Instant> nextDueAfter(Instant instant) {
    return works.stream()
        .map(work -> work.nextDueAfter(instant))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private boolean workOnce() {
    Instant now = clock.instant();
    for (DueWork work : works) {
      if (work.runDue(now)) {
        return true;
      }
    }
    return false;
  }
}
