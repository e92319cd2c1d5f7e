package io.tatemulator.schedule;

import io.tatemulator.storage.Tenants;
import io.tatemulator.time.DueLoop;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the clock from one due instant to the next, and does at each what is due.
 *
 * <p>Many instants share a transaction, since most of what an instant costs is the disk's answer to
 * a commit. Requests have their turn between two transactions, so none of them ever waits for a row
 * that is held here.
 */
@Component
final class Itinerary {
  /**
   * Where it has come to.
   *
   * @param next when something is due next
   * @param goesOn no when the emulator is being stopped
   */
  private record Stop(Optional<Instant> next, boolean goesOn) {
    boolean isBefore(Instant target) {
      return goesOn && next.isPresent() && !next.get().isAfter(target);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Itinerary.class);

  /** How long a transaction goes on taking instants, and how long a request may have to wait. */
  private static final long TOGETHER_NANOS = Duration.ofMillis(100).toNanos();

  private final EmulatorClock clock;
  private final DueLoop loop;
  private final Tenants tenants;
  private final TransactionOperations transaction;

  Itinerary(EmulatorClock clock, DueLoop loop, Tenants tenants, TransactionOperations transaction) {
    this.clock = clock;
    this.loop = loop;
    this.tenants = tenants;
    this.transaction = transaction;
  }

  /**
   * Goes all the way. The clock is left where it has come to, and nothing done lies ahead of that.
   *
   * @return whether it has arrived; no when the emulator is being stopped
   */
  boolean travel(Instant from, Instant target) {
    Stop stop = new Stop(Optional.of(from), true);
    while (stop.isBefore(target)) {
      stop = together(stop.next().orElseThrow(), target);
    }
    if (stop.goesOn()) {
      clock.hold(target);
    }
    return stop.goesOn();
  }

  private Stop together(Instant first, Instant target) {
    try {
      return tenants.alone(() -> transaction.execute(status -> several(first, target)));
    } catch (RuntimeException e) {
      LOG.debug("what is due from {} on is done one by one", first, e);
      return one(first);
    }
  }

  private Stop several(Instant first, Instant target) {
    long start = System.nanoTime();
    Stop stop = one(first);
    while (stop.isBefore(target) && System.nanoTime() - start < TOGETHER_NANOS) {
      stop = one(stop.next().orElseThrow());
    }
    return stop;
  }

  private Stop one(Instant at) {
    clock.hold(at);
    boolean goesOn = loop.drain();
    return new Stop(loop.nextDueAfter(at), goesOn);
  }
}
