package io.tatemulator.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    until(Instant.now().plusMillis(millis));
  }

  static void until(Instant instant) {
    for (Instant now = Instant.now(); now.isBefore(instant); now = Instant.now()) {
      LockSupport.parkNanos(Duration.between(now, instant).toNanos());
    }
  }
}
