package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import org.springframework.stereotype.Component;

/** Lets an invoker fire again. */
@Component
public final class EnableInvoker
    implements ActionHandler<EnableInvoker.Request, EnableInvoker.Response> {
  private final InvokerService invokers;

  EnableInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /**
   * As documented for EnableInvoker.
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
    invokers.enable(call.tenant(), request.invokerId());
    return new Response();
  }
}
