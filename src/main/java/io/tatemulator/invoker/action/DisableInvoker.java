package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import org.springframework.stereotype.Component;

/** Disables an invoker. */
@ActionDoc(
    value = "Disables an invoker. The invocations that it has started continue.",
    raises = {"ResourceNotFound"},
    inferred = {"Disabling a disabled invoker succeeds."})
@Component
public final class DisableInvoker
    implements TatAction<DisableInvoker.Request, DisableInvoker.Response> {
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
      @Required
          @Pattern(
              value = ResourceId.INVOKER_PATTERN,
              error = "InvalidParameterValue.InvalidInvokerId")
          String invokerId) {}

  /** An empty response. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    invokers.disable(context.tenant(), request.invokerId());
    return new Response();
  }
}
