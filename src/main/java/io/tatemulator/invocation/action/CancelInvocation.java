package io.tatemulator.invocation.action;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.invocation.InvocationCancellation;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cancels an invocation everywhere or on some instances. What has ended already is left alone. */
@Documented(
    value =
        "Cancels an invocation everywhere or on some instances: what has not started never will, what runs is killed, what has ended stays as it is.",
    raises = {ErrorCode.INVOCATION_NOT_FOUND, ErrorCode.INSTANCE_IS_NOT_RELATED_TO_INVOCATION},
    inferred = {
      "Without InstanceIds it cancels everywhere.",
      "Cancelling what has ended is no error; Terraform relies on it."
    })
@Component
public final class CancelInvocation
    implements ActionHandler<CancelInvocation.Request, CancelInvocation.Response> {
  private final InvocationCancellation cancellation;

  CancelInvocation(InvocationCancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * As documented for CancelInvocation.
   *
   * @param instanceIds where to cancel; everywhere when absent
   */
  public record Request(
      @Required
          @Matches(value = ResourceId.INVOCATION_PATTERN, error = ErrorCode.INVALID_INVOCATION_ID)
          String invocationId,
      @Length(max = 100, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          @Nullable List<String> instanceIds) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    List<String> instanceIds = Objects.requireNonNullElse(request.instanceIds(), List.of());
    cancellation.cancel(call.tenant(), request.invocationId(), instanceIds);
    return new Response();
  }
}
