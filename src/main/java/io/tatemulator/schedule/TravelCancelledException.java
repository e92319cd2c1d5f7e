package io.tatemulator.schedule;

import java.time.Instant;

/**
 * A move of the clock has been cancelled on its way. The clock has come to some instant: what was
 * due by then has been done, and nothing after it.
 */
public final class TravelCancelledException extends RuntimeException {
  TravelCancelledException(Instant reached, long fired) {
    super(
        "the move was cancelled when the clock showed "
            + reached
            + "; everything due by then has been done, "
            + fired
            + " fires among it");
  }
}
