package io.tatemulator.time;

import io.tatemulator.support.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the clock shall go.
 *
 * @param mode {@code real}, {@code offset} or {@code frozen}
 * @param now what it shall show; with {@code frozen} and {@code offset}, and what it shows now when
 *     null
 * @param offset how far it shall be ahead of the host's clock; with {@code offset}, in place of
 *     {@code now}
 */
public record ClockSetting(
    @Nullable String mode, @Nullable Instant now, @Nullable Duration offset) {
  private static final Duration FARTHEST = Duration.ofDays(4_000_000);

  /**
   * How the clock stands once it goes so.
   *
   * @throws IllegalArgumentException when the parts do not go together
   */
  public EmulatorClock.Reading applied(EmulatorClock.Reading before) {
    return before.with(
        switch (Words.read("mode", ClockMode.class, mode)) {
          case REAL -> {
            require(now == null && offset == null, "the real clock takes neither now nor offset");
            yield ClockState.REAL;
          }
          case OFFSET -> {
            require(now == null || offset == null, "it is either now or offset, not both");
            yield shifted(before);
          }
          case FROZEN -> {
            require(offset == null, "a frozen clock takes now, not offset");
            yield ClockState.frozenAt(shown(before));
          }
        });
  }

  private ClockState shifted(EmulatorClock.Reading before) {
    Duration ahead =
        offset == null
            ? Duration.between(before.host(), shown(before))
            : offset.truncatedTo(ChronoUnit.MILLIS);
    require(
        ahead.compareTo(FARTHEST) < 0 && ahead.compareTo(FARTHEST.negated()) > 0,
        (offset == null ? "now" : "offset") + " is too far");
    return ClockState.aheadBy(ahead);
  }

  private Instant shown(EmulatorClock.Reading before) {
    return Objects.requireNonNullElse(now, before.now()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
