package io.tatemulator.control;

/** Thrown when a control API request names an unknown resource; the message names it. */
final class NotFoundException extends RuntimeException {
  NotFoundException(String message) {
    super(message);
  }
}
