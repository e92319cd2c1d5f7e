package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.time.EmulatorClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outage of an agent.
 *
 * @param from its start on the emulator's clock; null for always
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outage(@Nullable Instant from) {
  /** Validates that {@code from} is in the range of the emulator's clock. */
  public Outage {
    if (from != null && !EmulatorClock.canShow(from)) {
      throw new IllegalArgumentException(
          "invalid value for `from`: expected a time from "
              + Instant.EPOCH
              + " to "
              + EmulatorClock.MAX_TIME
              + ", got "
              + from);
    }
  }

  boolean isActive(Instant now) {
    return from == null || !now.isBefore(from);
  }
}
