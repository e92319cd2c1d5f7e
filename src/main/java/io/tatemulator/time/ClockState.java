package io.tatemulator.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The state of a clock, relative to the host's clock.
 *
 * @param mode its mode
 * @param offset how far it is ahead of the host's clock; zero unless the mode is OFFSET
 * @param at the time that it shows when the mode is FROZEN; otherwise meaningless
 */
public record ClockState(ClockMode mode, Duration offset, Instant at) {
  /** The state of a clock that shows the host's time. */
  public static final ClockState REAL =
      new ClockState(ClockMode.REAL, Duration.ZERO, Instant.EPOCH);

  /** Returns the state of a frozen clock. */
  public static ClockState frozenAt(Instant at) {
    return new ClockState(ClockMode.FROZEN, Duration.ZERO, at);
  }

  /** Returns the state of a clock that runs ahead of the host's clock. */
  public static ClockState aheadBy(Duration offset) {
    return new ClockState(ClockMode.OFFSET, offset, Instant.EPOCH);
  }

  /** Returns the time that the clock shows: {@link EmulatorClock#MAX_TIME} at most if it runs. */
  Instant read(Instant host) {
    if (mode == ClockMode.FROZEN) {
      return at;
    }
    Instant time = host.plus(offset);
    return time.isAfter(EmulatorClock.MAX_TIME) ? EmulatorClock.MAX_TIME : time;
  }

  /**
   * Returns this state, moved forward to a time; REAL becomes OFFSET. A running clock is never set
   * back: if it has passed the time, its offset stays.
   */
  ClockState movedTo(Instant time, Instant host) {
    if (mode == ClockMode.FROZEN) {
      return frozenAt(time);
    }
    Duration ahead = Duration.between(host, time);
    return aheadBy(ahead.compareTo(offset) < 0 ? offset : ahead);
  }
}
