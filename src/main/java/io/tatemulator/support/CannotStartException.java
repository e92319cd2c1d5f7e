package io.tatemulator.support;

/** The emulator cannot start; the message tells a person why and what to do, in one line. */
public final class CannotStartException extends RuntimeException {
  /** With the message alone. */
  public CannotStartException(String message) {
    super(message);
  }

  /** With what lies behind it, which is not shown. */
  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
