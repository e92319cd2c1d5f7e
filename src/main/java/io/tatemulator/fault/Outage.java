package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.time.EmulatorClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that does not answer.
 *
 * @param from since when, on the emulator's clock; always when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outage(@Nullable Instant from) {
  /** Makes sure that the emulator's clock can show its beginning. */
  public Outage {
    if (from != null && !EmulatorClock.canShow(from)) {
      throw new IllegalArgumentException(
          "from is a time from " + Instant.EPOCH + " to " + EmulatorClock.MAX_TIME);
    }
  }

  boolean hasBegun(Instant now) {
    return from == null || !now.isBefore(from);
  }
}
