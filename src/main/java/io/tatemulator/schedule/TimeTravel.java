package io.tatemulator.schedule;

import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.ClockStore;
import io.tatemulator.time.DueLoop;
import io.tatemulator.time.EmulatorClock;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves the emulator's clock. On the way everything that falls due is done, in the order of time,
 * each at its own instant. One mover at a time; meanwhile the clock shows the instant that is being
 * done.
 */
@Component
public final class TimeTravel implements Resettable {
  private final EmulatorClock clock;
  private final ClockStore store;
  private final DueLoop loop;
  private final FireForecast forecast;
  private final ApplicationEventPublisher events;
  private final FireLog log;

  TimeTravel(
      EmulatorClock clock,
      ClockStore store,
      DueLoop loop,
      FireForecast forecast,
      FireLog log,
      ApplicationEventPublisher events) {
    this.clock = clock;
    this.store = store;
    this.loop = loop;
    this.forecast = forecast;
    this.log = log;
    this.events = events;
  }

  @PostConstruct
  void goOnAsBefore() {
    clock.set(store.load());
  }

  /**
   * Moves on by a duration.
   *
   * @throws TravelRefusedException when it is negative, or too much would fire on the way
   */
  public Travel advance(Duration by) {
    return loop.alone(() -> travel(clock.instant().plus(by)));
  }

  /**
   * Moves on to a time.
   *
   * @throws TravelRefusedException when it has passed, or too much would fire on the way
   */
  public Travel advanceTo(Instant target) {
    return loop.alone(() -> travel(target));
  }

  /** Moves on to the next instant at which anything is due; stays when nothing is. */
  public Travel advanceToNext() {
    return loop.alone(
        () -> {
          Instant now = clock.instant();
          return travel(loop.nextDue().filter(next -> next.isAfter(now)).orElse(now));
        });
  }

  /**
   * Sets how the clock goes, without doing what falls due on the way: that counts as missed, as
   * after a time in which nothing ran.
   *
   * @throws TravelRefusedException when that would be before something that has happened
   */
  public void set(ClockState wanted, Instant now) {
    loop.alone(
        () -> {
          if (now.isBefore(clock.instant())) {
            checkNothingHappenedAfter(now);
          }
          become(wanted);
          return wanted;
        });
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      become(ClockState.REAL);
    }
  }

  private Travel travel(Instant target) {
    Instant from = clock.instant();
    if (target.isBefore(from)) {
      throw new TravelRefusedException(
          "the clock shows " + from + " already and moves on only; " + target + " has passed");
    }
    forecast.check(target);
    log.begin();
    try {
      clock.hold(from);
      loop.drain();
      for (Optional<Instant> next = due(target); next.isPresent(); next = due(target)) {
        clock.hold(next.get());
        loop.drain();
      }
      clock.hold(target);
    } finally {
      // Where it has come to, also if something failed on the way: nothing done lies ahead of it.
      become(clock.movedTo(clock.instant()));
    }
    FireLog.Noted noted = log.end();
    return new Travel(from, target, noted.fired(), noted.first());
  }

  /** What could not be done at its instant, a row that somebody else holds say, is left behind. */
  private Optional<Instant> due(Instant target) {
    Instant now = clock.instant();
    return loop.nextDue().filter(next -> next.isAfter(now) && !next.isAfter(target));
  }

  private void become(ClockState state) {
    store.save(state);
    clock.set(state);
    events.publishEvent(new ClockMoved());
  }

  private void checkNothingHappenedAfter(Instant now) {
    store
        .lastEvent()
        .filter(now::isBefore)
        .ifPresent(
            last -> {
              throw new TravelRefusedException(
                  "the clock cannot go back to %s, since something has happened at %s; a reset takes that away"
                      .formatted(now, last));
            });
  }
}
