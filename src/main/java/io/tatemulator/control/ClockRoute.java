package io.tatemulator.control;

import io.tatemulator.time.EmulatorClock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the emulator's clock. */
@RestController
final class ClockRoute {
  /**
   * A reading of the clock.
   *
   * @param mode how the clock goes
   * @param now what it shows
   */
  record Reading(String mode, Instant now) {}

  private final EmulatorClock clock;

  ClockRoute(EmulatorClock clock) {
    this.clock = clock;
  }

  @GetMapping("/_tat/clock")
  Reading read() {
    return new Reading(clock.mode().name().toLowerCase(Locale.ROOT), clock.instant());
  }
}
