package io.tatemulator.protocol.error;

import java.util.List;

/**
 * Thrown to return an error to the client as {@code Response.Error}; any other exception becomes
 * InternalError.
 */
public final class ApiException extends RuntimeException {
  private final ErrorCode error;
  private final transient List<Object> arguments;

  /**
   * Creates an exception without a stack trace.
   *
   * @param error the error
   * @param arguments the arguments of the error's message, in the order of {@link ErrorCode}
   */
  public ApiException(ErrorCode error, Object... arguments) {
    // An error is an ordinary response: its stack trace would only cost time.
    super(error.code(), null, false, false);
    this.error = error;
    this.arguments = List.of(arguments);
  }

  /** Returns the error. */
  public ErrorCode error() {
    return error;
  }

  List<Object> arguments() {
    return arguments;
  }
}
