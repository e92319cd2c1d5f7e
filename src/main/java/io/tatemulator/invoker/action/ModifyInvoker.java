package io.tatemulator.invoker.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.KnownInstances;
import io.tatemulator.invoker.InvokerChange;
import io.tatemulator.invoker.InvokerService;
import io.tatemulator.invoker.ScheduleSettings;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Uniform;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what a request names of an invoker, and nothing else. */
@Documented(
    value =
        "Changes what a request names of an invoker. A new schedule counts from now; without one the next fire stays as it is.",
    checks = {Scheduling.class, CustomParameters.class, KnownInstances.class},
    raises = {
      ErrorCode.INVALID_INVOKER_ID,
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.PARAMETER_DISABLED
    },
    inferred = {
      "An unknown invoker is InvalidInvokerId, since the action lists no code for one that is not found.",
      "A ONCE invoker that has fired is armed again by a new time.",
      "Agents must be online, as with CreateInvoker; one that is not is AgentNotInstalled.",
      "Parameters keep all their rules; what breaks one is ParameterInvalidJsonFormat."
    })
@Component
public final class ModifyInvoker
    implements ActionHandler<ModifyInvoker.Request, ModifyInvoker.Response> {
  private final InvokerService invokers;

  ModifyInvoker(InvokerService invokers) {
    this.invokers = invokers;
  }

  /** As documented for ModifyInvoker. */
  public record Request(
      @Required @Matches(value = ResourceId.INVOKER_PATTERN, error = ErrorCode.INVALID_INVOKER_ID)
          String invokerId,
      @Length(max = 120) @Nullable String name,
      @OneOf("SCHEDULE") @Nullable String type,
      @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_ID)
          @Nullable String commandId,
      @Length(max = 256) @Nullable String username,
      @Confidential @Length(max = 65_536) @Nullable String parameters,
      @Length(max = 100, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          @Uniform(error = ErrorCode.INCONSISTENT_ID)
          @Nullable List<String> instanceIds,
      @Nullable ScheduleSettings scheduleSettings) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    List<String> instanceIds = request.instanceIds();
    InvokerChange change =
        new InvokerChange(
            request.name(),
            request.type(),
            request.commandId(),
            request.username(),
            request.parameters(),
            // An empty list counts as none given.
            instanceIds == null || instanceIds.isEmpty()
                ? null
                : instanceIds.stream().distinct().toList(),
            request.scheduleSettings());
    invokers.modify(call.tenant(), request.invokerId(), change);
    return new Response();
  }
}
