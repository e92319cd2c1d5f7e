package io.tatemulator.testing;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.ServiceModel;
import java.util.Map;
import java.util.Set;

/** An action with a fault in it, of a model of its own beside that of TAT. */
public final class FailOnPurpose
    implements ActionHandler<FailOnPurpose.Request, FailOnPurpose.Response> {
  static final ServiceModel SERVICE =
      new ServiceModel("tat", "2020-10-28", Map.of("FailOnPurpose", Set.of()));

  /** Takes nothing. */
  public record Request() {}

  /** Never given. */
  public record Response() {}

  @Override
  public ServiceModel service() {
    return SERVICE;
  }

  @Override
  public Response handle(Request request, RequestContext context) {
    throw new IllegalStateException("this detail must never reach a caller");
  }
}
