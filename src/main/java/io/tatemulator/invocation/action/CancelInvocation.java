package io.tatemulator.invocation.action;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.invocation.InvocationCancellation;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cancels an invocation on all or some instances. Ended tasks stay unchanged. */
@ActionDoc(
    value =
        "Cancels an invocation on all or some instances: tasks that have not started never start, running tasks are killed, ended tasks stay unchanged.",
    raises = {ErrorCode.INVOCATION_NOT_FOUND, ErrorCode.INSTANCE_IS_NOT_RELATED_TO_INVOCATION},
    inferred = {
      "Without InstanceIds it cancels on all instances.",
      "Cancelling an ended invocation is not an error; Terraform relies on it."
    })
@Component
public final class CancelInvocation
    implements ActionHandler<CancelInvocation.Request, CancelInvocation.Response> {
  private final InvocationCancellation cancellation;

  CancelInvocation(InvocationCancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * The parameters as documented for CancelInvocation.
   *
   * @param instanceIds the instances to cancel on; all when absent
   */
  public record Request(
      @Required
          @Pattern(value = ResourceId.INVOCATION_PATTERN, error = ErrorCode.INVALID_INVOCATION_ID) String invocationId,
      @Size(max = 100, error = ErrorCode.TOO_MANY_ITEMS) @Pattern(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID) @Nullable List<String> instanceIds) {}

  /** The response, without members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<String> instanceIds = Objects.requireNonNullElse(request.instanceIds(), List.of());
    cancellation.cancel(context.tenant(), request.invocationId(), instanceIds);
    return new Response();
  }
}
