package io.tatemulator.time;

import io.tatemulator.support.EnumNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new setting of the clock.
 *
 * @param mode {@code real}, {@code offset} or {@code frozen}
 * @param now the time to set, with {@code frozen} and {@code offset}; the clock's current time when
 *     null
 * @param offset how far ahead of the host's clock to set it, with {@code offset}, in place of
 *     {@code now}
 */
public record ClockUpdate(@Nullable String mode, @Nullable Instant now, @Nullable Duration offset) {
  private static final Duration MAX_OFFSET = Duration.ofDays(4_000_000);

  /**
   * Returns the reading of the clock after this update.
   *
   * @throws IllegalArgumentException when the fields contradict each other
   */
  public EmulatorClock.Reading applied(EmulatorClock.Reading before) {
    return before.with(
        switch (EnumNames.parse("mode", ClockMode.class, mode)) {
          case REAL -> {
            require(
                now == null && offset == null,
                "mode `real` takes neither `now` nor `offset`, got "
                    + (now == null ? offset : now));
            yield ClockState.REAL;
          }
          case OFFSET -> {
            require(
                now == null || offset == null,
                "specify at most one of `now` and `offset`, got " + now + " and " + offset);
            yield toOffset(before);
          }
          case FROZEN -> {
            require(offset == null, "mode `frozen` takes `now`, not `offset`, got " + offset);
            yield ClockState.frozenAt(targetTime(before));
          }
        });
  }

  private ClockState toOffset(EmulatorClock.Reading before) {
    Duration ahead =
        offset == null
            ? Duration.between(before.host(), targetTime(before))
            : offset.truncatedTo(ChronoUnit.MILLIS);
    require(
        ahead.compareTo(MAX_OFFSET) < 0 && ahead.compareTo(MAX_OFFSET.negated()) > 0,
        "invalid value for `"
            + (offset == null ? "now" : "offset")
            + "`: expected less than "
            + MAX_OFFSET.toDays()
            + " days from the host's clock, got "
            + (offset == null ? now : offset));
    return ClockState.aheadBy(ahead);
  }

  private Instant targetTime(EmulatorClock.Reading before) {
    return Objects.requireNonNullElse(now, before.now()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
