package io.tatemulator.protocol.error;

import org.jspecify.annotations.Nullable;

/** Thrown to return an error that a user injects, whatever the request. */
public final class InjectedException extends RuntimeException {
  private static final String DEFAULT_MESSAGE = "This request fails because of an injected fault.";

  private final String code;

  /**
   * Creates an exception without a stack trace.
   *
   * @param code the code of the response
   * @param message the message of the response; a default message when null
   */
  public InjectedException(String code, @Nullable String message) {
    // Like an ApiException, it is an ordinary response.
    super(message == null ? DEFAULT_MESSAGE : message, null, false, false);
    this.code = code;
  }

  ErrorBody body() {
    return new ErrorBody(code, String.valueOf(getMessage()));
  }
}
