package io.tatemulator.schedule;

import io.tatemulator.storage.LastEvents;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockMode;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.ClockStore;
import io.tatemulator.time.DueLoop;
import io.tatemulator.time.EmulatorClock;
import jakarta.annotation.PostConstruct;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves the emulator's clock. On the way everything that falls due is done, in the order of time,
 * each at its own instant. One mover at a time; meanwhile the clock shows the instant that is being
 * done.
 */
@Component
public final class TimeTravel implements Resettable, Snapshotable {
  private final EmulatorClock clock;
  private final ClockStore store;
  private final LastEvents lastEvents;
  private final DueLoop loop;
  private final FireForecast forecast;
  private final Itinerary itinerary;
  private final ApplicationEventPublisher events;
  private final FireLog log;
  private final Tenants tenants;

  /** How many wait for moves to end. */
  private final AtomicInteger cancellations = new AtomicInteger();

  TimeTravel(
      EmulatorClock clock,
      ClockStore store,
      LastEvents lastEvents,
      DueLoop loop,
      FireForecast forecast,
      Itinerary itinerary,
      FireLog log,
      Tenants tenants,
      ApplicationEventPublisher events) {
    this.clock = clock;
    this.store = store;
    this.lastEvents = lastEvents;
    this.loop = loop;
    this.forecast = forecast;
    this.itinerary = itinerary;
    this.log = log;
    this.tenants = tenants;
    this.events = events;
  }

  /**
   * A process that died while time was being moved has written what its clock had not come to; so
   * the clock goes on no earlier than that.
   */
  @PostConstruct
  void goOnAsBefore() {
    clock.set(store.load());
    if (clock.state().mode() != ClockMode.REAL) {
      lastEvents
          .latest()
          .filter(last -> last.isAfter(clock.instant()))
          .ifPresent(last -> clock.set(clock.movedTo(last)));
    }
  }

  /**
   * Moves on by a duration.
   *
   * @throws TravelRefusedException when it is negative, or too much would fire on the way
   * @throws TravelCancelledException when it is {@linkplain #cancelling cancelled}
   */
  public Travel advance(Duration by) {
    return loop.alone(
        () -> {
          Instant from = clock.instant();
          return travel(from, plus(from, by));
        });
  }

  /**
   * Moves on to a time.
   *
   * @throws TravelRefusedException when it has passed, or too much would fire on the way
   * @throws TravelCancelledException when it is {@linkplain #cancelling cancelled}
   */
  public Travel advanceTo(Instant target) {
    return loop.alone(() -> travel(clock.instant(), target));
  }

  /**
   * Moves on to the next instant at which anything is due; stays when nothing is.
   *
   * @throws TravelCancelledException when it is {@linkplain #cancelling cancelled}
   */
  public Travel advanceToNext() {
    return loop.alone(
        () -> {
          Instant now = clock.instant();
          loop.drain();
          return travel(now, loop.nextDueAfter(now).orElse(now));
        });
  }

  /**
   * Sets how the clock goes, without doing what falls due on the way: that counts as missed, as
   * after a time in which nothing ran.
   *
   * @throws TravelRefusedException when that would be before something that has happened, or too
   *     many missed instants would be made up for
   */
  public void set(UnaryOperator<EmulatorClock.Reading> wanted) {
    // No request is under way, since it could leave behind what is later than the clock.
    loop.alone(() -> tenants.alone(() -> setAlone(wanted)));
  }

  private EmulatorClock.Reading setAlone(UnaryOperator<EmulatorClock.Reading> wanted) {
    EmulatorClock.Reading before = clock.reading();
    EmulatorClock.Reading after = wanted.apply(before);
    requireSensible(after.now());
    if (after.now().isBefore(before.now())) {
      checkNothingHappenedAfter(after.now());
    } else {
      forecast.checkMissed(after.now());
    }
    become(after.state());
    return after;
  }

  /**
   * Ends the move that is under way, and those that wait for it, each once all has been done that
   * is due by the instant to which it has come. Then does something before anybody else can.
   */
  public <T> T cancelling(Supplier<T> job) {
    cancellations.incrementAndGet();
    return loop.alone(
        () -> {
          cancellations.decrementAndGet();
          return job.get();
        });
  }

  private boolean isCancelled() {
    return cancellations.get() > 0;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      become(ClockState.REAL);
    }
  }

  @Override
  public void check() {
    requireSensible(clock.reading().with(store.load()).now());
  }

  @Override
  public void restored() {
    goOnAsBefore();
    events.publishEvent(new ClockMoved());
  }

  /** One look at the clock, since a clock that goes shows another time at the next. */
  private Travel travel(Instant from, Instant wanted) {
    Instant target = wanted.truncatedTo(ChronoUnit.MILLIS);
    requireSensible(target);
    if (target.isBefore(from)) {
      throw new TravelRefusedException(
          "the clock shows " + from + " already and moves on only; " + target + " has passed");
    }
    if (target.equals(from)) {
      log.begin();
      loop.drain();
      return travelled(from, from);
    }
    if (isCancelled()) {
      throw new TravelCancelledException(from, 0);
    }
    forecast.check(target);
    log.begin();
    // So that one who finds this after a crash knows that time was being moved.
    store.save(clock.movedTo(clock.instant()));
    try {
      Itinerary.Progress progress = itinerary.travel(target, this::isCancelled);
      return travelled(from, progress);
    } finally {
      // Where it has come to, also if something failed on the way: nothing done lies ahead of it.
      become(clock.movedTo(clock.instant()));
    }
  }

  private Travel travelled(Instant from, Itinerary.Progress progress) {
    Travel travel = travelled(from, clock.instant());
    return switch (progress) {
      case CANCELLED -> throw new TravelCancelledException(travel.now(), travel.fired());
      case STOPPED -> throw new TravelRefusedException("the emulator is being stopped");
      default -> travel;
    };
  }

  private static Instant plus(Instant time, Duration by) {
    try {
      return time.plus(by);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MAX;
    }
  }

  private Travel travelled(Instant from, Instant to) {
    FireLog.Noted noted = log.end();
    return new Travel(from, to, noted.fired(), noted.first());
  }

  private void become(ClockState state) {
    try {
      store.save(state);
    } finally {
      clock.set(state);
      events.publishEvent(new ClockMoved());
    }
  }

  /** Instants are kept as milliseconds, of which those before 1970 mean something else. */
  private static void requireSensible(Instant time) {
    if (!EmulatorClock.canShow(time)) {
      throw new TravelRefusedException(
          "the clock goes from " + Instant.EPOCH + " to " + EmulatorClock.MAX_TIME);
    }
  }

  private void checkNothingHappenedAfter(Instant now) {
    lastEvents
        .latest()
        .filter(now::isBefore)
        .ifPresent(
            last -> {
              throw new TravelRefusedException(
                  String.format(
                      Locale.ROOT,
                      "the clock cannot go back to %s, since something has happened at %s; a reset takes that away",
                      now,
                      last));
            });
  }
}
