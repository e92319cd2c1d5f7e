package io.tatemulator.schedule;

import io.tatemulator.storage.RequestGate;
import io.tatemulator.time.DueWorkRunner;
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
 * Moves the clock from one due instant to the next, and runs at each what is due.
 *
 * <p>Many instants share a section: one transaction during which no request is handled, since most
 * of an instant's cost is the disk write of a commit. Requests run between two sections, so none of
 * them ever waits for a row that is locked here, and each sees an instant at which all due work is
 * done.
 */
@Component
final class ClockAdvancer {
  /** The progress of a move. */
  enum Progress {
    /** It has reached an instant on the way. */
    UNDER_WAY,
    /** It has reached its target. */
    ARRIVED,
    /** It has reached the last instant before it was cancelled. */
    CANCELLED,
    /** It has reached the last instant before the emulator began to shut down. */
    STOPPED
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClockAdvancer.class);

  /** How long a section starts new instants, and so how long a request may have to wait. */
  private static final long SECTION_NANOS = Duration.ofMillis(100).toNanos();

  private final EmulatorClock clock;
  private final DueWorkRunner dueWork;
  private final RequestGate requests;
  private final TransactionOperations transaction;

  ClockAdvancer(
      EmulatorClock clock,
      DueWorkRunner dueWork,
      RequestGate requests,
      TransactionOperations transaction) {
    this.clock = clock;
    this.dueWork = dueWork;
    this.requests = requests;
    this.transaction = transaction;
  }

  /**
   * Moves the clock to a target. The clock is held at the instant reached, and nothing done lies
   * ahead of that. It never moves back: a target that has passed leaves it at the current time.
   *
   * @param isCancelled checked between two sections
   */
  Progress advance(Instant target, BooleanSupplier isCancelled) {
    Progress progress = Progress.UNDER_WAY;
    while (progress == Progress.UNDER_WAY) {
      progress =
          isCancelled.getAsBoolean()
              ? Progress.CANCELLED
              : requests.runExclusively(() -> advanceSection(target));
    }
    return progress;
  }

  private Progress advanceSection(Instant target) {
    Instant start = clock.instant();
    clock.hold(start);
    try {
      return transaction.execute(status -> untilBudget(target, SECTION_NANOS));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.debug("the section from {} failed and is repeated in parts", start, e);
      // The rollback has undone everything done since.
      clock.hold(start);
      return untilBudget(target, 0);
    }
  }

  /** Runs at least one instant, and further ones until the time budget is used up. */
  private Progress untilBudget(Instant target, long nanos) {
    long start = System.nanoTime();
    // First what requests have added at the instant that the clock shows.
    Progress progress = dueWork.drain() ? at(target) : Progress.STOPPED;
    while (progress == Progress.UNDER_WAY && System.nanoTime() - start < nanos) {
      progress = at(target);
    }
    return progress;
  }

  private Progress at(Instant target) {
    Instant now = clock.instant();
    Optional<Instant> next = dueWork.nextDueAfter(now).filter(due -> !due.isAfter(target));
    if (next.isPresent()) {
      clock.hold(next.get());
      return dueWork.drain() ? Progress.UNDER_WAY : Progress.STOPPED;
    }
    if (target.isAfter(now)) {
      clock.hold(target);
    }
    return Progress.ARRIVED;
  }
}
