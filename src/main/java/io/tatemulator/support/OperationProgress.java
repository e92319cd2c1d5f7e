package io.tatemulator.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event: a long operation has come further, or has ended.
 *
 * @param operation what is in progress
 * @param fraction how much is done, from 0 to 1, or was when it was last reported; null when it is
 *     not known
 * @param at the time on the emulator's clock that a move has reached; null for other operations
 * @param ended whether it has ended, possibly by a failure
 */
public record OperationProgress(
    Operation operation, @Nullable Double fraction, @Nullable Instant at, boolean ended) {
  /** The operations that may take long. */
  public enum Operation {
    /** A move of the clock. */
    ADVANCE,
    /** Writing a snapshot to a client. */
    EXPORT,
    /** Importing a file as a snapshot. */
    IMPORT,
    /** Loading a snapshot. */
    LOAD,
    /** A reset of one tenant. */
    RESET,
    /** Saving the state as a snapshot. */
    SAVE
  }
}
