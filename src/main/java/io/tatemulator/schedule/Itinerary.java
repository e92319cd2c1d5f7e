package io.tatemulator.schedule;

import io.tatemulator.storage.Tenants;
import io.tatemulator.time.DueLoop;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the clock from one due instant to the next, and does at each what is due.
 *
 * <p>Many instants share a section: a transaction, since most of what an instant costs is the
 * disk's answer to a commit, in which no request is handled. Requests have their turn between two
 * sections, so none of them ever waits for a row that is held here, and each sees an instant at
 * which all that was due has been done.
 */
@Component
final class Itinerary {
  /** How far a move has come. */
  enum Progress {
    /** To an instant on the way. */
    UNDER_WAY,
    /** To its target. */
    ARRIVED,
    /** To the last instant before it was cancelled. */
    CANCELLED,
    /** To the last instant before the emulator began to stop. */
    STOPPED
  }

  private static final Logger LOG = LoggerFactory.getLogger(Itinerary.class);

  /** How long a section goes on taking instants, and how long a request may have to wait. */
  private static final long SECTION_NANOS = Duration.ofMillis(100).toNanos();

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
   * Goes all the way. The clock is held where it has come to, and nothing done lies ahead of that.
   * It never goes back: a target that has passed meanwhile leaves it at the present.
   *
   * @param isCancelled asked between two sections
   */
  Progress travel(Instant target, BooleanSupplier isCancelled) {
    Progress progress = Progress.UNDER_WAY;
    while (progress == Progress.UNDER_WAY) {
      progress =
          isCancelled.getAsBoolean() ? Progress.CANCELLED : tenants.alone(() -> section(target));
    }
    return progress;
  }

  private Progress section(Instant target) {
    Instant start = clock.instant();
    clock.hold(start);
    try {
      return transaction.execute(status -> several(target, SECTION_NANOS));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.debug("what is due after {} is done one by one", start, e);
      // What has been done since has been undone with the transaction.
      clock.hold(start);
      return several(target, 0);
    }
  }

  /** At least one instant. */
  private Progress several(Instant target, long nanos) {
    long start = System.nanoTime();
    // First what requests have left since at the instant that the clock shows.
    Progress progress = loop.drain() ? one(target) : Progress.STOPPED;
    while (progress == Progress.UNDER_WAY && System.nanoTime() - start < nanos) {
      progress = one(target);
    }
    return progress;
  }

  private Progress one(Instant target) {
    Instant now = clock.instant();
    Optional<Instant> next = loop.nextDueAfter(now).filter(due -> !due.isAfter(target));
    if (next.isPresent()) {
      clock.hold(next.get());
      return loop.drain() ? Progress.UNDER_WAY : Progress.STOPPED;
    }
    if (target.isAfter(now)) {
      clock.hold(target);
    }
    return Progress.ARRIVED;
  }
}
