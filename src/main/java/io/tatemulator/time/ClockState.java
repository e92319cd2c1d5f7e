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

  /** What it shows. */
  Instant read(Instant host) {
    return mode == ClockMode.FROZEN ? at : host.plus(offset);
  }

  /** The same clock, set to another time; one that went as the host's then goes ahead of it. */
  ClockState movedTo(Instant time, Instant host) {
    return mode == ClockMode.FROZEN ? frozenAt(time) : aheadBy(Duration.between(host, time));
  }
}
