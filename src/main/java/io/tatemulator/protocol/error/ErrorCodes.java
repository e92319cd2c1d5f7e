package io.tatemulator.protocol.error;

/** The errors that requests to one service can end with. */
public interface ErrorCodes {
  /**
   * Returns the error with a code.
   *
   * @param code a code of the service or of the protocol
   * @throws IllegalArgumentException when there is no such error
   */
  ErrorCode error(String code);
}
