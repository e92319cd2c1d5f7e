package io.tatemulator.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The emulator's only source of time. It ticks in whole milliseconds, the grain in which times are
 * stored, so that a time read back equals the time written.
 */
public final class EmulatorClock extends Clock {
  private final Clock source;

  /** A clock that follows another one. */
  public EmulatorClock(Clock source) {
    this.source = source;
  }

  /** How this clock goes. */
  public ClockMode mode() {
    return ClockMode.REAL;
  }

  @Override
  public Instant instant() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new EmulatorClock(source.withZone(zone));
  }
}
