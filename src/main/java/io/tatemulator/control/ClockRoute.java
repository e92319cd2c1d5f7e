package io.tatemulator.control;

import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.time.ClockMode;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private static final Duration FARTHEST = Duration.ofDays(4_000_000);

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

  @PutMapping("/_tat/clock")
  Reading set(@RequestBody Setting setting) {
    Instant now = setting.now() == null ? null : setting.now().truncatedTo(ChronoUnit.MILLIS);
    Duration offset =
        setting.offset() == null ? null : setting.offset().truncatedTo(ChronoUnit.MILLIS);
    switch (Words.read("mode", ClockMode.class, setting.mode())) {
      case REAL -> {
        BadRequestException.unless(
            now == null && offset == null, "the real clock takes neither now nor offset");
        travel.set(before -> before.with(ClockState.REAL));
      }
      case OFFSET -> {
        BadRequestException.unless(
            now == null || offset == null, "it is either now or offset, not both");
        travel.set(before -> before.with(shifted(before, now, offset)));
      }
      case FROZEN -> {
        BadRequestException.unless(offset == null, "a frozen clock takes now, not offset");
        travel.set(
            before ->
                before.with(ClockState.frozenAt(Objects.requireNonNullElse(now, before.now()))));
      }
    }
    return read();
  }

  private static ClockState shifted(
      EmulatorClock.Reading before, @Nullable Instant now, @Nullable Duration offset) {
    if (offset != null) {
      BadRequestException.unless(offset.abs().compareTo(FARTHEST) < 0, "offset is too far");
      return ClockState.aheadBy(offset);
    }
    Instant shown = Objects.requireNonNullElse(now, before.now());
    return ClockState.aheadBy(Duration.between(before.host(), shown));
  }
}
