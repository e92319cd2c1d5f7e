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

/** Keeps an invoker from firing. */
@Documented(
    value = "Keeps an invoker from firing. What it has begun goes on.",
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
   * As documented for DisableInvoker.
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
    invokers.disable(call.tenant(), request.invokerId());
    return new Response();
  }
}
