package io.tatemulator.support;

/** Thrown when the emulator cannot start; its one-line message gives the reason and the fix. */
public final class CannotStartException extends RuntimeException {
  /** Creates an exception without a cause. */
  public CannotStartException(String message) {
    super(message);
  }

  /** Creates an exception with a cause, which is not shown. */
  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
