package io.tatemulator.client;

/** Thrown when the control API returns an error; the message states the reason. */
public final class ControlException extends RuntimeException {
  private final int status;

  ControlException(int status, String message) {
    super(message);
    this.status = status;
  }

  /**
   * Returns the HTTP status: 400 for an invalid request, 404 for an unknown resource, 409 for a
   * conflict with the current state.
   */
  public int status() {
    return status;
  }
}
