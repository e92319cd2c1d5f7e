package io.tatemulator.client;

import java.time.Duration;
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
 * @param waited what the clock has waited for in real time; null for nothing
 */
public record AdvanceResult(
    Instant from, Instant now, long fired, List<Fire> fires, @Nullable RealTimeWait waited) {
  /**
   * What the clock has waited for in real time.
   *
   * @param time how long it has waited
   * @param tasks the identifiers of the tasks whose scripts were running, the first 1,000
   */
  public record RealTimeWait(Duration time, List<String> tasks) {}

  /**
   * A fire of an invoker.
   *
   * @param invokerId the invoker's id
   * @param dueAt the instant at which it was due
   * @param invocationId the id of the invocation that it started
   */
  public record Fire(String invokerId, Instant dueAt, String invocationId) {}
}
