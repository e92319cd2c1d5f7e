package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import org.springframework.stereotype.Component;

/** Deletes an invoker; its records stay. */
@ActionDoc(
    value = "Deletes an invoker; its records stay available under its id.",
    raises = {"ResourceNotFound"})
@Component
public final class DeleteInvoker
    implements TatAction<DeleteInvoker.Request, DeleteInvoker.Response> {
  private final InvokerService invokers;

  DeleteInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /**
   * The request, as documented for DeleteInvoker.
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
    invokers.delete(context.tenant(), request.invokerId());
    return new Response();
  }
}
