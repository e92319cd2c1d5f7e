package io.tatemulator.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that shows the same time until a test advances it, so that no test depends on how long it
 * takes or on the hour at which it runs.
 */
public final class MutableClock extends Clock {
  private static final Instant START = Instant.parse("2026-01-15T10:20:30.400Z");

  private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);

  /**
   * Moves on. The emulator looks at its clock every second, so what is due by then fires within
   * one.
   */
  public void advance(Duration by) {
    advanced.updateAndGet(by::plus);
  }

  @Override
  public Instant instant() {
    return START.plus(advanced.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
