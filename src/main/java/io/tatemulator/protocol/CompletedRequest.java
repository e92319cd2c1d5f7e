package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ErrorBody;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.ParsedRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A completed request.
 *
 * @param context the request's metadata; the action may be unknown
 * @param request the request as received
 * @param parsed the parsed request
 * @param fault the injected fault
 * @param result the handler's result; null when the handler has not returned one
 * @param error the error of the response; null for none
 * @param took the time from receipt until the response is ready to send
 */
public record CompletedRequest(
    RequestContext context,
    ApiRequest request,
    ParsedRequest parsed,
    InjectedFault fault,
    @Nullable Object result,
    @Nullable ErrorBody error,
    Duration took) {
  private static final String NO_ERROR = "OK";

  /** Returns the error's code, or {@code OK}. */
  public String code() {
    return error == null ? NO_ERROR : error.code();
  }

  /** Returns the resource that the request has created; empty for none. */
  public String resourceId() {
    return result instanceof CreatedResource created ? created.resourceId() : "";
  }

  /** Returns the error's message; empty when there is no error. */
  public String message() {
    return error == null ? "" : error.message();
  }
}
