package io.tatemulator.invocation.action;

import io.tatemulator.command.CommandDraft;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.DefaultParameterConf;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.invocation.InvocationStarter;
import io.tatemulator.invocation.StartsInvocation;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a script at once and, on request, saves it as a command. */
@ActionDoc(
    value =
        "Runs a script at once and, with SaveCommand, saves it as a command. All checks come first; then everything is written, or nothing.",
    checks = {
      CommandDraft.class,
      CustomParameters.class,
      ResolvedInstances.class,
      InvocationStarter.class
    },
    raises = {
      "InvalidParameterValue.CommandNameDuplicated",
      "ResourceUnavailable.UserHasNoQuotaCode",
      "InvalidParameter.ParameterNameDuplicated"
    },
    inferred = {
      "An unsaved command has an id, but cannot be found by it and does not count towards the quota.",
      "A command that is saved without a name gets its id as its name.",
      "Duplicate instance ids count once."
    })
@Component
public final class RunCommand implements TatAction<RunCommand.Request, RunCommand.Response> {
  private final InvocationStarter starter;

  RunCommand(InvocationStarter starter) {
    this.starter = starter;
  }

  /** The parameters as documented for RunCommand. */
  public record Request(
      @Required @Size(max = 65_536) String content,
      @Required
          @Size(max = 200, error = "InvalidParameterValue.LimitExceeded") @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") List<String> instanceIds,
      @Nullable String commandName,
      @Size(max = 120) @Nullable String description,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Size(max = 4096) @Nullable String workingDirectory,
      @Range(min = 1, max = 86_400) @Nullable Long timeout,
      @Nullable Boolean saveCommand,
      @Nullable Boolean enableParameter,
      @Sensitive @Size(max = 65_536) @Nullable String defaultParameters,
      @Size(max = 20, error = "InvalidParameterValue.ParameterNumberExceeded") @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Sensitive @Size(max = 65_536) @Nullable String parameters,
      @Size(max = 10) @Nullable List<Tag> tags,
      @Nullable String username,
      @Size(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /**
   * The response.
   *
   * @param commandId the command; an unsaved one cannot be found by it
   * @param invocationId the started invocation
   */
  public record Response(String commandId, String invocationId) implements StartsInvocation {}

  @Override
  public Response handle(Request request, RequestContext context) {
    rejectDuplicateNames(Objects.requireNonNullElse(request.defaultParameterConfs(), List.of()));
    boolean save = Boolean.TRUE.equals(request.saveCommand());
    InvocationStarter.Started started =
        starter.run(
            context.tenant(),
            draft(request).toSpec(),
            save,
            Tag.list(request.tags()),
            request.instanceIds().stream().distinct().toList(),
            Objects.requireNonNullElse(request.parameters(), ""));
    return new Response(started.commandId(), started.invocationId());
  }

  // Only this action documents an error code of its own for duplicate names.
  private static void rejectDuplicateNames(List<DefaultParameterConf> confs) {
    Set<String> names = new HashSet<>();
    for (DefaultParameterConf conf : confs) {
      if (!names.add(conf.parameterName())) {
        throw new ApiException(
            TatError.PARAMETER_NAME_DUPLICATED, "DefaultParameterConfs", conf.parameterName());
      }
    }
  }

  private static CommandDraft draft(Request request) {
    return new CommandDraft(
        Objects.requireNonNullElse(request.commandName(), ""),
        request.content(),
        request.description(),
        request.commandType(),
        request.workingDirectory(),
        request.timeout(),
        request.enableParameter(),
        request.defaultParameters(),
        request.defaultParameterConfs(),
        request.username(),
        request.outputCOSBucketUrl(),
        request.outputCOSKeyPrefix());
  }
}
