package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import org.springframework.stereotype.Component;

/** Enables an invoker. */
@ActionDoc(
    value = "Enables an invoker, which fires again from now on. Missed fires are not made up for.",
    raises = {"ResourceNotFound"},
    inferred = {
      "Enabling an enabled invoker succeeds.",
      "A ONCE invoker whose time has passed is enabled and does not fire."
    })
@Component
public final class EnableInvoker
    implements TatAction<EnableInvoker.Request, EnableInvoker.Response> {
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
      @Required
          @Pattern(
              value = ResourceId.INVOKER_PATTERN,
              error = "InvalidParameterValue.InvalidInvokerId")
          String invokerId) {}

  /** An empty response. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    invokers.enable(context.tenant(), request.invokerId());
    return new Response();
  }
}
