package io.tatemulator.control;

/** Thrown when a control API request names an unknown resource; the message names it. */
public final class NotFoundException extends RuntimeException {
  /** Creates the exception with the text of the response. */
  public NotFoundException(String message) {
    super(message);
  }
}
