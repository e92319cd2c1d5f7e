package io.tatemulator.protocol.error;

import java.util.List;

/**
 * A refusal that reaches the caller as {@code Response.Error}; anything else that is thrown becomes
 * InternalError.
 */
public final class ApiException extends RuntimeException {
  private final ErrorCode error;
  private final transient List<Object> arguments;

  /**
   * A refusal.
   *
   * @param error what is refused
   * @param arguments what the error's text names, in the order of {@link ErrorCode}
   */
  public ApiException(ErrorCode error, Object... arguments) {
    // A refusal is an ordinary answer: its stack trace would only cost time.
    super(error.code(), null, false, false);
    this.error = error;
    this.arguments = List.of(arguments);
  }

  /** What is refused. */
  public ErrorCode error() {
    return error;
  }

  List<Object> arguments() {
    return arguments;
  }
}
