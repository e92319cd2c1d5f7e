package io.tatemulator.schedule;

import io.tatemulator.persistence.Nodes;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.time.ClockMode;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.ClockStore;
import io.tatemulator.time.DueWorkRunner;
import io.tatemulator.time.EmulatorClock;
import io.tatemulator.time.Fires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves the emulator's clock and runs everything that falls due on the way in time order, each at
 * its own instant. One move runs at a time; between its sections, requests see the clock at an
 * instant by which all due work is done.
 */
@Component
public final class TimeTravel implements StatefulComponent, SmartInitializingSingleton {
  private final EmulatorClock clock;
  private final ClockStore store;
  private final LastEvents lastEvents;
  private final DueWorkRunner dueWork;
  private final FireLimit fireLimit;
  private final ClockAdvancer advancer;
  private final ApplicationEventPublisher events;
  private final RequestGate requests;
  private final Nodes nodes;

  /** The number of cancellations so far; each is of the moves that were requested before it. */
  private final AtomicInteger cancellations = new AtomicInteger();

  TimeTravel(
      EmulatorClock clock,
      ClockStore store,
      LastEvents lastEvents,
      DueWorkRunner dueWork,
      FireLimit fireLimit,
      ClockAdvancer advancer,
      RequestGate requests,
      Nodes nodes,
      ApplicationEventPublisher events) {
    this.clock = clock;
    this.store = store;
    this.lastEvents = lastEvents;
    this.dueWork = dueWork;
    this.fireLimit = fireLimit;
    this.advancer = advancer;
    this.requests = requests;
    this.nodes = nodes;
    this.events = events;
  }

  /**
   * Restores the stored state of the clock: once all beans exist, since the mapping of the database
   * is read in the background until then, and before anything runs that reads the clock.
   */
  @Override
  public void afterSingletonsInstantiated() {
    restore();
  }

  /**
   * Restores the stored state. A process that died during a move has written events later than the
   * stored clock, so the clock continues no earlier than the last event.
   */
  private void restore() {
    clock.set(store.load());
    if (clock.state().mode() != ClockMode.REAL) {
      lastEvents
          .latest()
          .filter(last -> last.isAfter(clock.instant()))
          .ifPresent(last -> clock.set(clock.movedTo(last)));
    }
  }

  /**
   * Moves the clock forward by a duration.
   *
   * @throws ClockConflictException when it is negative, or too many fires are due on the way
   * @throws AdvanceCancelledException when the move is {@linkplain #cancelMoves cancelled}
   */
  public AdvanceResult advance(Duration by) {
    int cancelled = cancellations.get();
    return dueWork.runExclusively(
        () -> {
          Instant from = clock.instant();
          return move(from, plus(from, by), cancelled);
        });
  }

  /**
   * Moves the clock forward to a time.
   *
   * @throws ClockConflictException when it has passed, or too many fires are due on the way
   * @throws AdvanceCancelledException when the move is {@linkplain #cancelMoves cancelled}
   */
  public AdvanceResult advanceTo(Instant target) {
    int cancelled = cancellations.get();
    return dueWork.runExclusively(() -> move(clock.instant(), target, cancelled));
  }

  /**
   * Moves the clock forward to the next due instant; does not move it when nothing is due.
   *
   * @throws AdvanceCancelledException when the move is {@linkplain #cancelMoves cancelled}
   */
  public AdvanceResult advanceToNext() {
    int cancelled = cancellations.get();
    return dueWork.runExclusively(
        () -> {
          Instant now = clock.instant();
          AdvanceResult settled = move(now, now, cancelled);
          Instant next = dueWork.nextDueAfter(now).orElse(now);
          return move(now, next, cancelled).after(settled.waited());
        });
  }

  /**
   * Sets the clock without running what falls due on the way: that counts as a misfire, as after a
   * time in which nothing ran.
   *
   * @throws ClockConflictException when the new time is before an event that has happened, or too
   *     many misfires would be made up for
   */
  public void set(UnaryOperator<EmulatorClock.Reading> update) {
    // Without requests in progress, since they could write events later than the clock.
    dueWork.runExclusively(() -> requests.runExclusively(() -> setExclusively(update)));
  }

  private EmulatorClock.Reading setExclusively(UnaryOperator<EmulatorClock.Reading> update) {
    EmulatorClock.Reading before = clock.reading();
    EmulatorClock.Reading after = update.apply(before);
    requireInRange(after.now());
    if (after.now().isBefore(before.now())) {
      requireNoEventAfter(after.now());
    } else {
      fireLimit.requireMissed(after.now());
    }
    apply(after.state());
    return after;
  }

  /** {@linkplain #cancelMoves Cancels the moves} and runs a job before any other due work. */
  public <T> T cancelAndRun(Supplier<T> job) {
    cancelMoves();
    return dueWork.runExclusively(job);
  }

  /**
   * Cancels the move in progress and those that wait for it, each once everything is done that is
   * due by the instant that it has reached.
   */
  public void cancelMoves() {
    nodes.cancelMoves();
    cancelMovesOfThisNode();
  }

  /** Cancels the move that this node runs and those that wait, since another node has to. */
  public void cancelMovesOfThisNode() {
    cancellations.incrementAndGet();
  }

  private boolean isCancelled(int cancelled) {
    return cancellations.get() != cancelled;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      apply(ClockState.REAL);
    }
  }

  @Override
  public void validate() {
    requireInRange(clock.reading().with(store.load()).now());
  }

  @Override
  public void reload() {
    restore();
    events.publishEvent(new ClockMoved());
  }

  /**
   * Moves the clock.
   *
   * @param from the present, since a running clock shows another time on each reading
   * @param cancelled the number of cancellations when the move was requested
   */
  private AdvanceResult move(Instant from, Instant to, int cancelled) {
    Instant target = to.truncatedTo(ChronoUnit.MILLIS);
    requireInRange(target);
    if (target.isBefore(from)) {
      throw new ClockConflictException(
          target + " has passed: the clock shows " + from + " and only moves forward");
    }
    if (target.equals(from) && !dueWork.takesRealTime()) {
      return result(from, from, dueWork.drain().fires());
    }
    if (isCancelled(cancelled)) {
      throw new AdvanceCancelledException(from, 0);
    }
    fireLimit.require(target);
    // So that the state after a crash shows that a move was in progress.
    store.save(clock.movedTo(clock.instant()));
    MoveProgress progress = new MoveProgress(events::publishEvent);
    try {
      return result(
          from,
          advancer.advance(
              target,
              () -> {
                progress.report(from, clock.instant(), target);
                return isCancelled(cancelled);
              }));
    } finally {
      // At the instant reached, even after a failure on the way: nothing done lies ahead of it.
      apply(clock.movedTo(clock.instant()));
      progress.end(clock.instant());
    }
  }

  private AdvanceResult result(Instant from, ClockAdvancer.Advance advance) {
    AdvanceResult result =
        result(from, clock.instant(), advance.fires()).after(advance.waited().orNull());
    return switch (advance.progress()) {
      case CANCELLED -> throw new AdvanceCancelledException(result.now(), result.fired());
      case STOPPED -> throw new ClockConflictException("the emulator is shutting down");
      default -> result;
    };
  }

  private static AdvanceResult result(Instant from, Instant to, Fires fires) {
    return new AdvanceResult(from, to, fires.count(), fires.first(), null);
  }

  private static Instant plus(Instant time, Duration by) {
    try {
      return time.plus(by);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MAX;
    }
  }

  private void apply(ClockState state) {
    try {
      store.save(state);
    } finally {
      clock.set(state);
      events.publishEvent(new ClockMoved());
    }
  }

  /** Instants are stored as milliseconds, and those before 1970 have another meaning. */
  private static void requireInRange(Instant time) {
    if (!EmulatorClock.canShow(time)) {
      throw new ClockConflictException(
          "time "
              + time
              + " is out of range: expected "
              + Instant.EPOCH
              + " to "
              + EmulatorClock.MAX_TIME);
    }
  }

  private void requireNoEventAfter(Instant now) {
    lastEvents
        .latest()
        .filter(now::isBefore)
        .ifPresent(
            last -> {
              throw new ClockConflictException(
                  String.format(
                      Locale.ROOT,
                      "the clock cannot be set back to %s: the last event is at %s; a reset removes events",
                      now,
                      last));
            });
  }
}
