package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * A reading of the emulator's clock.
 *
 * @param mode the mode of the clock
 * @param now the time on the clock
 * @param offset how far it is ahead of the host's clock
 */
public record ClockReading(Mode mode, Instant now, Duration offset) {
  /** A mode of the clock. */
  public enum Mode {
    /** Follows the host's clock. */
    @JsonProperty("real")
    REAL,
    /** Runs ahead of the host's clock, or behind it. */
    @JsonProperty("offset")
    OFFSET,
    /** Stands at a time until it is moved. */
    @JsonProperty("frozen")
    FROZEN
  }
}
