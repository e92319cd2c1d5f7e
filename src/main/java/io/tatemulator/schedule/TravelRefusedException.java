package io.tatemulator.schedule;

/** The clock cannot be moved so; the message says why. Nothing has been moved. */
public final class TravelRefusedException extends RuntimeException {
  TravelRefusedException(String message) {
    super(message);
  }
}
