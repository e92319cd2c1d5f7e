package io.tatemulator.control;

/** A request of the control API that cannot be met as things stand; the message says why. */
final class RefusedException extends RuntimeException {
  RefusedException(String message) {
    super(message);
  }
}
