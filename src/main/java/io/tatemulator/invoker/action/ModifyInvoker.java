package io.tatemulator.invoker.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.invoker.InvokerChange;
import io.tatemulator.invoker.InvokerService;
import io.tatemulator.invoker.ScheduleSettings;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.SameResourceType;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the given fields of an invoker, and nothing else. */
@ActionDoc(
    value =
        "Changes the given fields of an invoker. A new schedule counts from now; without one the next fire is unchanged.",
    checks = {Scheduling.class, CustomParameters.class, ResolvedInstances.class},
    raises = {
      "InvalidParameterValue.InvalidInvokerId",
      "ResourceNotFound.CommandNotFound",
      "InvalidParameterValue.ParameterDisabled"
    },
    inferred = {
      "An unknown invoker is InvalidInvokerId, since the action lists no other code for it.",
      "A ONCE invoker that has fired fires again when it gets a new time.",
      "Agents must be online, as with CreateInvoker; otherwise the error is AgentNotInstalled.",
      "Parameters keep all their rules; a violation is ParameterInvalidJsonFormat."
    })
@Component
public final class ModifyInvoker
    implements TatAction<ModifyInvoker.Request, ModifyInvoker.Response> {
  private final InvokerService invokers;

  ModifyInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /** The request, as documented for ModifyInvoker. */
  public record Request(
      @Required
          @Pattern(
              value = ResourceId.INVOKER_PATTERN,
              error = "InvalidParameterValue.InvalidInvokerId")
          String invokerId,
      @Size(max = 120) @Nullable String name,
      @OneOf("SCHEDULE") @Nullable String type,
      @Pattern(value = ResourceId.COMMAND_PATTERN, error = "InvalidParameterValue.ID") @Nullable String commandId,
      @Size(max = 256) @Nullable String username,
      @Sensitive @Size(max = 65_536) @Nullable String parameters,
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") @SameResourceType(
              error = "InvalidParameterValue.InconsistentID",
              anyResource = ResourceId.ANY_PATTERN)
          @Nullable List<String> instanceIds,
      @Nullable ScheduleSettings scheduleSettings) {}

  /** An empty response. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<String> instanceIds = request.instanceIds();
    InvokerChange change =
        new InvokerChange(
            request.name(),
            request.type(),
            request.commandId(),
            request.username(),
            request.parameters(),
            // An empty list counts as missing.
            instanceIds == null || instanceIds.isEmpty()
                ? null
                : instanceIds.stream().distinct().toList(),
            request.scheduleSettings());
    invokers.modify(context.tenant(), request.invokerId(), change);
    return new Response();
  }
}
