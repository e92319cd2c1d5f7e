package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ErrorBody;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.Incoming;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been answered.
 *
 * @param call who called what; the action may be one that does not exist
 * @param request the request as it came
 * @param incoming the request taken apart
 * @param fault what went wrong with it since somebody wanted it to
 * @param result what its handler gave; null when it did not come to that
 * @param error what it was refused with; null when it was not
 * @param took from receipt until the answer was ready to send
 */
public record AnsweredCall(
    ApiCall call,
    ApiRequest request,
    Incoming incoming,
    InjectedFault fault,
    @Nullable Object result,
    @Nullable ErrorBody error,
    Duration took) {
  private static final String NO_ERROR = "OK";

  /** The error's code, or {@code OK}. */
  public String code() {
    return error == null ? NO_ERROR : error.code();
  }

  /** The invocation that it has begun; empty when it has begun none. */
  public String invocationId() {
    return result instanceof Begun begun ? begun.invocationId() : "";
  }

  /** The error's message; empty when there is no error. */
  public String message() {
    return error == null ? "" : error.message();
  }
}
