package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that does not answer.
 *
 * @param from since when, on the emulator's clock; always when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outage(@Nullable Instant from) {
  boolean hasBegun(Instant now) {
    return from == null || !now.isBefore(from);
  }
}
