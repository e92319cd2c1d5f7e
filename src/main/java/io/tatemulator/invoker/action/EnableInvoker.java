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

/** Lets an invoker fire again. */
@Documented(
    value = "Lets an invoker fire again from now on. What it has missed is not made up for.",
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
