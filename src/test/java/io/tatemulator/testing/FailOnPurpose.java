package io.tatemulator.testing;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;

/** An action with a fault in it. */
public final class FailOnPurpose
    implements ActionHandler<FailOnPurpose.Request, FailOnPurpose.Response> {
  /** Takes nothing. */
  public record Request() {}

  /** Never given. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    throw new IllegalStateException("this detail must never reach a caller");
  }
}
