package io.tatemulator.time;

import io.tatemulator.support.WallClock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The system clock of the host. */
@Component
final class SystemWallClock implements WallClock {
  @Override
  public Instant now() {
    return Instant.now();
  }
}
