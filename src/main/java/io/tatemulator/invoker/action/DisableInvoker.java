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

/** Disables an invoker. */
@ActionDoc(
    value = "Disables an invoker. The invocations that it has started continue.",
    raises = {ErrorCode.INVOKER_NOT_FOUND},
    inferred = {"Disabling a disabled invoker succeeds."})
@Component
public final class DisableInvoker
    implements ActionHandler<DisableInvoker.Request, DisableInvoker.Response> {
  private final InvokerService invokers;

  DisableInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /**
   * The request, as documented for DisableInvoker.
   *
   * @param invokerId the invoker
   */
  public record Request(
      @Required @Pattern(value = ResourceId.INVOKER_PATTERN, error = ErrorCode.INVALID_INVOKER_ID) String invokerId) {}

  /** An empty response. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    invokers.disable(context.tenant(), request.invokerId());
    return new Response();
  }
}
