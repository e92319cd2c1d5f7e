package io.tatemulator.client;

/** The control API has refused a request; the message says why. */
public final class ControlException extends RuntimeException {
  private final int status;

  ControlException(int status, String message) {
    super(message);
    this.status = status;
  }

  /**
   * The HTTP status: 400 for what cannot be understood, 404 for what is not there, 409 for what
   * cannot be done now.
   */
  public int status() {
    return status;
  }
}
