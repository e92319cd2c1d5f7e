package io.tatemulator.protocol.error;

import org.jspecify.annotations.Nullable;

/** A refusal that a user has asked for, whatever the call. */
public final class InjectedException extends RuntimeException {
  private static final String ASKED_FOR = "This call fails because a fault has been set for it.";

  private final String code;

  /**
   * A refusal.
   *
   * @param code the code that the caller sees
   * @param message the text that the caller sees; one of ours when null
   */
  public InjectedException(String code, @Nullable String message) {
    // As an ApiException, it is an ordinary answer.
    super(message == null ? ASKED_FOR : message, null, false, false);
    this.code = code;
  }

  ErrorBody body() {
    return new ErrorBody(code, String.valueOf(getMessage()));
  }
}
