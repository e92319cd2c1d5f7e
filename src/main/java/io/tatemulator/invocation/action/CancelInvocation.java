package io.tatemulator.invocation.action;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.invocation.InvocationCancellation;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cancels an invocation on all or some instances. Ended tasks stay unchanged. */
@ActionDoc(
    value =
        "Cancels an invocation on all or some instances: tasks that have not started never start, running tasks are killed, ended tasks stay unchanged.",
    raises = {
      "ResourceNotFound.InvocationNotFound",
      "InvalidParameterValue.InstanceIsNotRelatedToInvocation"
    },
    inferred = {
      "Without InstanceIds it cancels on all instances.",
      "Cancelling an ended invocation is not an error; Terraform relies on it."
    })
@Component
public final class CancelInvocation
    implements TatAction<CancelInvocation.Request, CancelInvocation.Response> {
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
          @Pattern(
              value = ResourceId.INVOCATION_PATTERN,
              error = "InvalidParameterValue.InvalidInvocationId")
          String invocationId,
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") @Nullable List<String> instanceIds) {}

  /** The response, without members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<String> instanceIds = Objects.requireNonNullElse(request.instanceIds(), List.of());
    cancellation.cancel(context.tenant(), request.invocationId(), instanceIds);
    return new Response();
  }
}
