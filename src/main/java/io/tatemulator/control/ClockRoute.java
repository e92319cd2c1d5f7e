package io.tatemulator.control;

import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.support.Words;
import io.tatemulator.time.ClockSetting;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows and sets the emulator's clock, and ends its moves. */
@RestController
final class ClockRoute {
  /**
   * A reading of the clock.
   *
   * @param mode how the clock goes: {@code real}, {@code offset} or {@code frozen}
   * @param now what it shows
   * @param offset how far it is ahead of the host's clock
   */
  record Reading(String mode, Instant now, Duration offset) {}

  private final EmulatorClock clock;
  private final TimeTravel travel;

  ClockRoute(EmulatorClock clock, TimeTravel travel) {
    this.clock = clock;
    this.travel = travel;
  }

  @GetMapping("/_tat/clock")
  Reading read() {
    EmulatorClock.Reading reading = clock.reading();
    return new Reading(
        Words.of(reading.state().mode()),
        reading.now(),
        Duration.between(reading.host(), reading.now()));
  }

  /** Ends the move that is under way, if there is one. */
  @DeleteMapping("/_tat/clock/advance")
  Reading cancelAdvance() {
    return travel.cancelling(this::read);
  }

  @PutMapping("/_tat/clock")
  Reading set(@RequestBody ClockSetting setting) {
    travel.set(setting::applied);
    return read();
  }
}
