package io.tatemulator.control;

/** Thrown when a control API request is invalid; the message says what is expected. */
final class BadRequestException extends IllegalArgumentException {
  BadRequestException(String message) {
    super(message);
  }

  static void unless(boolean condition, String message) {
    if (!condition) {
      throw new BadRequestException(message);
    }
  }
}
