package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import org.springframework.stereotype.Component;

/** Deletes an invoker; its records stay. */
@Documented(
    value = "Deletes an invoker; its records stay and can still be had by its identifier.",
    raises = {ErrorCode.INVOKER_NOT_FOUND})
@Component
public final class DeleteInvoker
    implements ActionHandler<DeleteInvoker.Request, DeleteInvoker.Response> {
  private final InvokerService invokers;

  DeleteInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /**
   * As documented for DeleteInvoker.
   *
   * @param invokerId the invoker
   */
  public record Request(
      @Required @Matches(value = ResourceId.INVOKER_PATTERN, error = ErrorCode.INVALID_INVOKER_ID)
          String invokerId) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    invokers.delete(call.tenant(), request.invokerId());
    return new Response();
  }
}
