package io.tatemulator.time;

import java.time.Duration;
import java.time.Instant;

/**
 * How a clock stands to the host's.
 *
 * @param mode how it goes
 * @param offset how far it is ahead of the host's clock; zero unless the mode is OFFSET
 * @param at where it stands, if it is FROZEN; else without a meaning
 */
public record ClockState(ClockMode mode, Duration offset, Instant at) {
  /** The host's own time. */
  public static final ClockState REAL =
      new ClockState(ClockMode.REAL, Duration.ZERO, Instant.EPOCH);

  /** A clock that stands still. */
  public static ClockState frozenAt(Instant at) {
    return new ClockState(ClockMode.FROZEN, Duration.ZERO, at);
  }

  /** A clock that goes, ahead of the host's. */
  public static ClockState aheadBy(Duration offset) {
    return new ClockState(ClockMode.OFFSET, offset, Instant.EPOCH);
  }

  /** What it shows; one that goes stands still once it has come to the last time. */
  Instant read(Instant host) {
    if (mode == ClockMode.FROZEN) {
      return at;
    }
    Instant time = host.plus(offset);
    return time.isAfter(EmulatorClock.MAX_TIME) ? EmulatorClock.MAX_TIME : time;
  }

  /**
   * The same clock, moved on to a time; one that went as the host's then goes ahead of it. One that
   * goes is never set back: if it has passed the time, it goes on as it did.
   */
  ClockState movedTo(Instant time, Instant host) {
    if (mode == ClockMode.FROZEN) {
      return frozenAt(time);
    }
    Duration ahead = Duration.between(host, time);
    return aheadBy(ahead.compareTo(offset) < 0 ? offset : ahead);
  }
}
