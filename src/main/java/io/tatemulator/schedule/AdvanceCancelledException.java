package io.tatemulator.schedule;

import java.time.Instant;

/**
 * Thrown when a move of the clock is cancelled on its way. What was due by the instant that the
 * clock has reached is done, and nothing after it.
 */
public final class AdvanceCancelledException extends RuntimeException {
  AdvanceCancelledException(Instant reached, long fired) {
    super(
        "the move was cancelled at "
            + reached
            + "; everything due by then is done, including "
            + fired
            + " fires");
  }
}
