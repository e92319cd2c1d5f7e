package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import org.springframework.stereotype.Component;

/** Enables an invoker. */
@ActionDoc(
    value = "Enables an invoker, which fires again from now on. Missed fires are not made up for.",
    raises = {ErrorCode.INVOKER_NOT_FOUND},
    inferred = {
      "Enabling an enabled invoker succeeds.",
      "A ONCE invoker whose time has passed is enabled and does not fire."
    })
@Component
public final class EnableInvoker
    implements ActionHandler<EnableInvoker.Request, EnableInvoker.Response> {
  private final InvokerService invokers;

  EnableInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /**
   * The request, as documented for EnableInvoker.
   *
   * @param invokerId the invoker
   */
  public record Request(
      @Required @Pattern(value = ResourceId.INVOKER_PATTERN, error = ErrorCode.INVALID_INVOKER_ID) String invokerId) {}

  /** An empty response. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    invokers.enable(context.tenant(), request.invokerId());
    return new Response();
  }
}
