package io.tatemulator.control;

/** Thrown when a control API request conflicts with the current state; the message says why. */
final class ConflictException extends RuntimeException {
  ConflictException(String message) {
    super(message);
  }
}
