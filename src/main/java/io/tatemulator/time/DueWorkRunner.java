package io.tatemulator.time;

import io.tatemulator.persistence.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs all due work, the most urgent kind first: after each batch, it starts again with the most
 * urgent kind.
 */
@Component
public final class DueWorkRunner {
  private static final Instant BEFORE_ALL = Instant.EPOCH.minusMillis(1);

  // Fair, so that no caller waits for more than one batch of a long backlog.
  private final ReentrantLock running = new ReentrantLock(true);
  private final List<DueWork> works;
  private final Clock clock;
  private final Nodes nodes;
  private volatile boolean stopping;

  /** Changes only while {@link #running} is held. */
  private int lastPart;

  DueWorkRunner(List<DueWork> works, Clock clock, Nodes nodes) {
    this.works = works.stream().sorted(Comparator.comparing(DueWork::kind)).toList();
    this.clock = clock;
    this.nodes = nodes;
  }

  /**
   * Runs due work until everything is done that was due at the start or has resulted from that. One
   * caller at a time runs a batch; waiting callers run before its next one.
   *
   * @return what it caused. Its {@code more} is true when the emulator is shutting down, since more
   *     may be due then
   */
  public BatchResult drain() {
    return drain(this::runShare, Integer.MAX_VALUE);
  }

  /**
   * Like {@link #drain}, but runs each part of the work at the instant at which it was due.
   *
   * @return what it caused. Its {@code more} is also true when work is left after the maximum
   *     number of batches
   */
  public BatchResult drainAtDueInstants(int maxBatches) {
    return drain((work, now) -> nodes.runInTurn(() -> work.runAtDueInstants(now)), maxBatches);
  }

  private BatchResult drain(BiFunction<DueWork, Instant, BatchResult> run, int maxBatches) {
    Fires fires = Fires.NONE;
    boolean more = true;
    for (int batches = 0; more && !stopping && batches < maxBatches; batches++) {
      // Each round reads the clock again, since batches take time.
      BatchResult batch = runOnThisNode(() -> stopping ? BatchResult.DONE : runOneBatch(run));
      fires = fires.plus(batch.fires());
      more = batch.more();
    }
    return new BatchResult(fires, more || stopping);
  }

  /**
   * Runs a job while no other thread runs due work and no other node works; the job itself may run
   * due work.
   */
  public <T> T runExclusively(Supplier<T> job) {
    return nodes.runAlone(() -> runOnThisNode(job));
  }

  /** Does the same with a job that replaces the whole state. */
  public <T> T replaceStateExclusively(Supplier<T> job) {
    return nodes.replaceStateAlone(() -> runOnThisNode(job));
  }

  /** Runs a job while no other thread of this node runs due work. */
  public <T> T runOnThisNode(Supplier<T> job) {
    running.lock();
    try {
      return job.get();
    } finally {
      running.unlock();
    }
  }

  /** Prevents further batches. Work that is still due runs after the next start. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping = true;
  }

  /** Returns whether some of the work {@linkplain DueWork#takesRealTime takes real time}. */
  public boolean takesRealTime() {
    return works.stream().anyMatch(DueWork::takesRealTime);
  }

  /** Returns what takes real time and is {@linkplain DueWork#inProgress in progress}. */
  public List<String> inProgress() {
    return works.stream().flatMap(work -> work.inProgress().stream()).toList();
  }

  /**
   * Waits until {@linkplain DueWork#awaitProgress due work can go on}, at most for some time.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void awaitProgress(Duration max) throws InterruptedException {
    for (DueWork work : works) {
      if (work.takesRealTime()) {
        work.awaitProgress(max);
      }
    }
  }

  /** Returns when work falls due next. */
  public Optional<Instant> nextDue() {
    return nextDueAfter(BEFORE_ALL);
  }

  /** Returns when work falls due after an instant, ignoring earlier work that cannot be done. */
  public Optional<Instant> nextDueAfter(Instant instant) {
    return works.stream()
        .map(work -> work.nextDueAfter(instant))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Runs what this node does of a kind of work, while others may do the rest of it. */
  private BatchResult runShare(DueWork work, Instant now) {
    if (work.parts() == 1 || !nodes.areSeveral()) {
      return nodes.runInTurn(() -> work.run(now));
    }
    Fires fires = Fires.NONE;
    for (int i = 0; i < work.parts(); i++) {
      // First again the part that had more.
      int part = (lastPart + i) % work.parts();
      BatchResult batch =
          nodes.runInFreeTurn(part, () -> work.runPart(now, part)).orElse(BatchResult.DONE);
      fires = fires.plus(batch.fires());
      if (batch.more()) {
        lastPart = part;
        return new BatchResult(fires, true);
      }
    }
    return new BatchResult(fires, false);
  }

  private BatchResult runOneBatch(BiFunction<DueWork, Instant, BatchResult> run) {
    Instant now = clock.instant();
    Fires fires = Fires.NONE;
    for (DueWork work : works) {
      BatchResult batch = run.apply(work, now);
      fires = fires.plus(batch.fires());
      if (batch.more()) {
        return new BatchResult(fires, true);
      }
    }
    return new BatchResult(fires, false);
  }
}
