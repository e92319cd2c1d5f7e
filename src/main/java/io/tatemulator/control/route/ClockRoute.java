package io.tatemulator.control.route;

import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.support.EnumNames;
import io.tatemulator.time.ClockUpdate;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads and sets the emulator's clock, and cancels its advances. */
@RestController
final class ClockRoute {
  /**
   * A reading of the clock.
   *
   * @param mode the clock's mode: {@code real}, {@code offset} or {@code frozen}
   * @param now the time on the clock
   * @param offset how far it is ahead of the host's clock
   */
  record Reading(String mode, Instant now, Duration offset) {}

  private final EmulatorClock clock;
  private final TimeTravel travel;
  private final ExclusiveExecution exclusive;

  ClockRoute(EmulatorClock clock, TimeTravel travel, ExclusiveExecution exclusive) {
    this.clock = clock;
    this.travel = travel;
    this.exclusive = exclusive;
  }

  @GetMapping("/_tat/clock")
  Reading read() {
    exclusive.awaitOtherNode();
    return reading();
  }

  private Reading reading() {
    EmulatorClock.Reading reading = clock.reading();
    return new Reading(
        EnumNames.format(reading.state().mode()),
        reading.now(),
        Duration.between(reading.host(), reading.now()));
  }

  /** Cancels the running advance, if there is one. */
  @DeleteMapping("/_tat/clock/advance")
  Reading cancelAdvance() {
    return travel.cancelAndRun(this::reading);
  }

  @PutMapping("/_tat/clock")
  Reading set(@RequestBody ClockUpdate update) {
    travel.set(update::applied);
    return read();
  }
}
