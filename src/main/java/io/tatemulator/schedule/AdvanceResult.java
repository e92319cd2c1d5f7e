package io.tatemulator.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.time.Fire;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a move of the clock.
 *
 * @param from the time before the move, on the emulator's clock
 * @param now the time after the move
 * @param fired the number of fires on the way
 * @param fires the first of them, at most 1,000, in the order in which they were due
 * @param waited what the move has waited for in real time; null for nothing
 */
public record AdvanceResult(
    Instant from,
    Instant now,
    long fired,
    List<Fire> fires,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RealTimeWait waited) {
  /** Returns this with another wait, which came before it. */
  AdvanceResult after(@Nullable RealTimeWait wait) {
    return wait == null
        ? this
        : new AdvanceResult(from, now, fired, fires, waited == null ? wait : wait.plus(waited));
  }
}
