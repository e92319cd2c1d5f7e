package io.tatemulator.control;

import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.time.ClockMode;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows and sets the emulator's clock. */
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

  /**
   * How the clock shall go.
   *
   * @param mode {@code real}, {@code offset} or {@code frozen}
   * @param now what it shall show; with {@code frozen} and {@code offset}, and what it shows now
   *     when null
   * @param offset how far it shall be ahead of the host's clock; with {@code offset}, in place of
   *     {@code now}
   */
  record Setting(@Nullable String mode, @Nullable Instant now, @Nullable Duration offset) {}

  private final EmulatorClock clock;
  private final TimeTravel travel;

  ClockRoute(EmulatorClock clock, TimeTravel travel) {
    this.clock = clock;
    this.travel = travel;
  }

  @GetMapping("/_tat/clock")
  Reading read() {
    Instant now = clock.instant();
    return new Reading(
        clock.state().mode().name().toLowerCase(Locale.ROOT), now, clock.aheadOfHost(now));
  }

  @PutMapping("/_tat/clock")
  Reading set(@RequestBody Setting setting) {
    Duration ahead = setting.offset();
    Instant now = Objects.requireNonNullElseGet(setting.now(), clock::instant);
    switch (mode(setting)) {
      case REAL -> {
        BadRequestException.unless(
            setting.now() == null && ahead == null, "the real clock takes neither now nor offset");
        travel.set(ClockState.REAL, now.minus(clock.aheadOfHost(now)));
      }
      case OFFSET -> {
        BadRequestException.unless(
            setting.now() == null || ahead == null, "it is either now or offset, not both");
        Duration offset = ahead == null ? clock.aheadOfHost(now) : ahead;
        travel.set(ClockState.aheadBy(offset), now.minus(clock.aheadOfHost(now)).plus(offset));
      }
      case FROZEN -> {
        BadRequestException.unless(ahead == null, "a frozen clock takes now, not offset");
        travel.set(ClockState.frozenAt(now), now);
      }
    }
    return read();
  }

  private static ClockMode mode(Setting setting) {
    for (ClockMode mode : ClockMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(setting.mode())) {
        return mode;
      }
    }
    throw new BadRequestException("mode is one of real, offset, frozen");
  }
}
