package io.tatemulator.control;

/** A request of the control API that cannot be understood; the message says what it should be. */
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
