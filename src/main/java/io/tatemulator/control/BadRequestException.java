package io.tatemulator.control;

/** Thrown when a control API request is invalid; the message says what is expected. */
public final class BadRequestException extends IllegalArgumentException {
  /** Creates the exception with the text of the response. */
  public BadRequestException(String message) {
    super(message);
  }

  /**
   * Requires a condition.
   *
   * @throws BadRequestException with the message if the condition is false
   */
  public static void require(boolean condition, String message) {
    if (!condition) {
      throw new BadRequestException(message);
    }
  }
}
