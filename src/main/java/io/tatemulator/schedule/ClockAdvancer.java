package io.tatemulator.schedule;

import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWorkRunner;
import io.tatemulator.time.EmulatorClock;
import io.tatemulator.time.Fires;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves the clock past due instants, and runs what is due at each of them.
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

  /**
   * A part of a move.
   *
   * @param progress how far it has come
   * @param fires the fires on the way
   * @param waited what it has waited for in real time
   */
  record Advance(Progress progress, Fires fires, RealTimeWait waited) {
    private Advance(Progress progress, Fires fires) {
      this(progress, fires, RealTimeWait.NONE);
    }

    private static Advance after(BatchResult work) {
      return new Advance(work.more() ? Progress.STOPPED : Progress.UNDER_WAY, work.fires());
    }

    private boolean isUnderWay() {
      return progress == Progress.UNDER_WAY;
    }

    private Advance then(Advance next) {
      return new Advance(next.progress, fires.plus(next.fires), waited.plus(next.waited));
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClockAdvancer.class);

  /** How long a section begins new steps. A request may have to wait for it and the last step. */
  private static final long SECTION_NANOS = Duration.ofMillis(100).toNanos();

  /** How long one wait for tasks that take real time lasts at most. */
  private static final Duration MAX_WAIT = Duration.ofMillis(100);

  /** How many tasks the fires of several instants start at most that are stored together. */
  private static final int MAX_TASKS = 64;

  /** How many batches of due work these fires may cause: a task takes two or three steps. */
  private static final int MAX_BATCHES = 8;

  private final EmulatorClock clock;
  private final DueWorkRunner dueWork;
  private final DueInvokers invokers;
  private final RequestGate requests;
  private final TransactionOperations transaction;
  private final RealTimeSettings settings;

  ClockAdvancer(
      EmulatorClock clock,
      DueWorkRunner dueWork,
      DueInvokers invokers,
      RequestGate requests,
      TransactionOperations transaction,
      RealTimeSettings settings) {
    this.clock = clock;
    this.dueWork = dueWork;
    this.invokers = invokers;
    this.requests = requests;
    this.transaction = transaction;
    this.settings = settings;
  }

  /**
   * Moves the clock to a target. The clock is held at the instant reached, and nothing done lies
   * ahead of that. It never moves back: a target that has passed leaves it at the current time. At
   * each instant it waits for tasks that take real time.
   *
   * @param isCancelled checked between two sections
   */
  Advance advance(Instant target, BooleanSupplier isCancelled) {
    Move move = new Move(target);
    Advance advance = new Advance(Progress.UNDER_WAY, Fires.NONE);
    while (advance.isUnderWay()) {
      advance =
          advance.then(
              isCancelled.getAsBoolean()
                  ? new Advance(Progress.CANCELLED, Fires.NONE)
                  : move.advance());
    }
    return advance;
  }

  /** A move to a target. */
  private final class Move {
    private final Instant target;

    /** The limit of the tasks that are planned; 0 to take one instant after the other. */
    private int maxTasks = MAX_TASKS;

    /** The next instant whose fires may be planned; those before it have too many, or none. */
    private Instant planAt = Instant.MIN;

    private Move(Instant target) {
      this.target = target;
    }

    /** Whether tasks may take real time, which cannot change within a section. */
    private boolean takesRealTime;

    /** The instant at which the move waits, and how long it has done so. */
    private Instant waitingAt = Instant.MIN;

    private Duration waited = Duration.ZERO;

    /** Runs a section, then waits for a moment if tasks that take real time are in progress. */
    private Advance advance() {
      Advance advance = requests.runExclusively(this::advanceSection);
      List<String> tasks = advance.isUnderWay() && mayWait() ? dueWork.inProgress() : List.of();
      if (tasks.isEmpty()) {
        return advance;
      }
      long start = System.nanoTime();
      try {
        dueWork.awaitProgress(MAX_WAIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return advance.then(new Advance(Progress.STOPPED, Fires.NONE));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      waited = waited.plus(time);
      return advance.then(
          new Advance(Progress.UNDER_WAY, Fires.NONE, RealTimeWait.of(time, tasks)));
    }

    /** Returns whether tasks that take real time may still be waited for at this instant. */
    private boolean mayWait() {
      if (!takesRealTime) {
        return false;
      }
      if (!waitingAt.equals(clock.instant())) {
        waitingAt = clock.instant();
        waited = Duration.ZERO;
      }
      return waited.compareTo(settings.advanceWait()) < 0;
    }

    private boolean mustWait() {
      return mayWait() && !dueWork.inProgress().isEmpty();
    }

    private Advance advanceSection() {
      Instant start = clock.instant();
      clock.hold(start);
      takesRealTime = dueWork.takesRealTime();
      // Requests may have changed what is due since the last section.
      planAt = Instant.MIN;
      try {
        Advance advance = transaction.execute(status -> untilBudget());
        maxTasks = Math.min(Math.max(1, 2 * maxTasks), MAX_TASKS);
        return advance;
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        LOG.debug("the section from {} failed, and its first instant is repeated", start, e);
        // The rollback has undone everything done since.
        clock.hold(start);
        maxTasks /= 8;
        return oneInstant();
      }
    }

    private Advance oneInstant() {
      Advance advance = drained();
      return advance.isUnderWay() && !mustWait() ? advance.then(nextInstant()) : advance;
    }

    /**
     * Runs at least one step, and further ones until the time budget is used up.
     *
     * @throws IllegalStateException if the emulator shuts down: the rollback undoes fires whose
     *     tasks would run later than they are due
     */
    private Advance untilBudget() {
      long start = System.nanoTime();
      Advance advance = drained();
      while (advance.isUnderWay() && !mustWait()) {
        advance = advance.then(nextFires());
        if (System.nanoTime() - start >= SECTION_NANOS) {
          break;
        }
      }
      if (advance.progress() == Progress.STOPPED) {
        throw new IllegalStateException("the emulator is shutting down");
      }
      return advance;
    }

    /** Runs what requests have added at the instant that the clock shows. */
    private Advance drained() {
      return Advance.after(dueWork.drain());
    }

    /**
     * Fires at several instants, then runs the tasks due by the last of them. Fires and tasks do
     * not affect each other, so the result is that of one instant after another.
     */
    private Advance nextFires() {
      Instant now = clock.instant();
      if (maxTasks == 0 || now.isBefore(planAt) || takesRealTime) {
        return nextInstant();
      }
      List<InvokerClaim> claims = invokers.planNextFires(now, target, maxTasks);
      if (claims.isEmpty()) {
        planAt = invokers.nextDueAfter(now).orElse(Instant.MAX);
        return nextInstant();
      }
      clock.hold(claims.get(claims.size() - 1).invoker().dueAt());
      Fires fires = invokers.fireAtDueInstants(claims);
      BatchResult tasks = dueWork.drainAtDueInstants(MAX_BATCHES);
      if (tasks.more()) {
        // The rollback undoes the fires, since their tasks would run later than they are due.
        throw new IllegalStateException("work is left that is due by " + clock.instant());
      }
      return new Advance(Progress.UNDER_WAY, fires.plus(tasks.fires()));
    }

    private Advance nextInstant() {
      Instant now = clock.instant();
      Optional<Instant> next = dueWork.nextDueAfter(now).filter(due -> !due.isAfter(target));
      if (next.isPresent()) {
        clock.hold(next.get());
        return Advance.after(dueWork.drain());
      }
      if (target.isAfter(now)) {
        clock.hold(target);
      }
      return new Advance(Progress.ARRIVED, Fires.NONE);
    }
  }
}
