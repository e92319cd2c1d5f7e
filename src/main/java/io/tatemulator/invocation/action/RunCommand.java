package io.tatemulator.invocation.action;

import io.tatemulator.command.CommandDraft;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.DefaultParameterConf;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.KnownInstances;
import io.tatemulator.invocation.InvocationStarter;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Begun;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.storage.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a script at once, and saves it as a command if asked to. */
@Documented(
    value =
        "Runs a script at once, and saves it as a command if asked to. Whatever is wrong is found first; then all is written, or nothing.",
    checks = {
      CommandDraft.class,
      CustomParameters.class,
      KnownInstances.class,
      InvocationStarter.class
    },
    raises = {
      ErrorCode.COMMAND_NAME_DUPLICATED,
      ErrorCode.QUOTA_EXCEEDED,
      ErrorCode.PARAMETER_NAME_DUPLICATED
    },
    inferred = {
      "A command that is not saved has an identifier, but cannot be found by it and counts towards no quota.",
      "A command that is saved without a name is named like its identifier.",
      "An instance named twice counts once."
    })
@Component
public final class RunCommand implements ActionHandler<RunCommand.Request, RunCommand.Response> {
  private final InvocationStarter starter;

  RunCommand(InvocationStarter starter) {
    this.starter = starter;
  }

  /** As documented for RunCommand. */
  public record Request(
      @Required @Length(max = 65_536) String content,
      @Required
          @Length(max = 200, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          List<String> instanceIds,
      @Nullable String commandName,
      @Length(max = 120) @Nullable String description,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Length(max = 4096) @Nullable String workingDirectory,
      @Between(min = 1, max = 86_400) @Nullable Long timeout,
      @Nullable Boolean saveCommand,
      @Nullable Boolean enableParameter,
      @Confidential @Length(max = 65_536) @Nullable String defaultParameters,
      @Length(max = 20, error = ErrorCode.PARAMETER_NUMBER_EXCEEDED) @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Confidential @Length(max = 65_536) @Nullable String parameters,
      @Length(max = 10) @Nullable List<Tag> tags,
      @Nullable String username,
      @Length(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /**
   * The answer.
   *
   * @param commandId the command; one that was not saved cannot be found by it
   * @param invocationId what has begun
   */
  public record Response(String commandId, String invocationId) implements Begun {}

  @Override
  public Response handle(Request request, ApiCall call) {
    refuseRepeatedNames(Objects.requireNonNullElse(request.defaultParameterConfs(), List.of()));
    boolean save = Boolean.TRUE.equals(request.saveCommand());
    InvocationStarter.Started started =
        starter.run(
            call.tenant(),
            draft(request).toSpec(),
            save,
            Tag.list(request.tags()),
            request.instanceIds().stream().distinct().toList(),
            Objects.requireNonNullElse(request.parameters(), ""));
    return new Response(started.commandId(), started.invocationId());
  }

  // Only this action documents a code of its own for it.
  private static void refuseRepeatedNames(List<DefaultParameterConf> confs) {
    Set<String> names = new HashSet<>();
    for (DefaultParameterConf conf : confs) {
      if (!names.add(conf.parameterName())) {
        throw new ApiException(
            ErrorCode.PARAMETER_NAME_DUPLICATED, "DefaultParameterConfs", conf.parameterName());
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
