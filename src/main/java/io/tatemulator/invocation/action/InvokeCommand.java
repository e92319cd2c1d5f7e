package io.tatemulator.invocation.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.invocation.InvocationStarter;
import io.tatemulator.invocation.RunOverrides;
import io.tatemulator.invocation.StartsInvocation;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a saved command at once. */
@ActionDoc(
    value =
        "Runs a saved command at once. Each optional parameter except Parameters overrides the command's value for this run.",
    checks = {CustomParameters.class, ResolvedInstances.class, InvocationStarter.class},
    raises = {
      "ResourceNotFound.CommandNotFound",
      "InvalidParameter.InvalidUsername",
      "InvalidParameterValue.InvalidWorkingDirectory",
      "InvalidParameterValue.InvalidOutputCOSBucketUrl",
      "InvalidParameterValue.InvalidOutputCOSKeyPrefix"
    },
    inferred = {"Duplicate instance ids count once."})
@Component
public final class InvokeCommand
    implements TatAction<InvokeCommand.Request, InvokeCommand.Response> {
  private final InvocationStarter starter;

  InvokeCommand(InvocationStarter starter) {
    this.starter = starter;
  }

  /**
   * The parameters as documented for InvokeCommand; each optional parameter except Parameters
   * overrides the command's value for this run.
   */
  public record Request(
      @Required
          @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          String commandId,
      @Required
          @Size(max = 200, error = "InvalidParameterValue.LimitExceeded") @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") List<String> instanceIds,
      @Sensitive @Size(max = 65_536, error = "InvalidParameterValue") @Nullable String parameters,
      @Nullable String username,
      @Size(max = 4096, error = "InvalidParameterValue.InvalidWorkingDirectory") @Nullable String workingDirectory,
      @Range(
              min = 1,
              max = 86_400,
              below = "InvalidParameterValue",
              above = "InvalidParameterValue")
          @Nullable Long timeout,
      @Size(max = 2048, error = "InvalidParameterValue.InvalidOutputCOSBucketUrl") @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /**
   * The response.
   *
   * @param invocationId the started invocation
   */
  public record Response(String invocationId) implements StartsInvocation {}

  @Override
  public Response handle(Request request, RequestContext context) {
    RunOverrides overrides =
        new RunOverrides(
            request.username(),
            request.workingDirectory(),
            request.timeout(),
            request.outputCOSBucketUrl(),
            request.outputCOSKeyPrefix());
    InvocationStarter.Started started =
        starter.invoke(
            context.tenant(),
            request.commandId(),
            overrides,
            request.instanceIds().stream().distinct().toList(),
            Objects.requireNonNullElse(request.parameters(), ""));
    return new Response(started.invocationId());
  }
}
