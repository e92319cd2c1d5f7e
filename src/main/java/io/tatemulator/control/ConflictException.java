package io.tatemulator.control;

/** Thrown when a control API request conflicts with the current state; the message says why. */
public final class ConflictException extends RuntimeException {
  /** Creates the exception with the text of the response. */
  public ConflictException(String message) {
    super(message);
  }
}
