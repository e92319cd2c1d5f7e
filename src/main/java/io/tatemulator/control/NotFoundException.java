package io.tatemulator.control;

/** A request of the control API for something that there is not; the message says what. */
final class NotFoundException extends RuntimeException {
  NotFoundException(String message) {
    super(message);
  }
}
