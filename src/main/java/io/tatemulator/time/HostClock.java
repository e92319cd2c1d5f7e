package io.tatemulator.time;

import io.tatemulator.support.HostTime;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The clock of the machine. */
@Component
final class HostClock implements HostTime {
  @Override
  public Instant now() {
    return Instant.now();
  }
}
