package io.tatemulator.schedule;

/** Thrown when the clock cannot be moved as requested; it stays as it is. */
public final class ClockConflictException extends RuntimeException {
  ClockConflictException(String message) {
    super(message);
  }
}
