package io.tatemulator.command.action;

import io.tatemulator.command.CommandChange;
import io.tatemulator.command.CommandDraft;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.DefaultParameterConf;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what a request names of a command, and nothing else. */
@Documented(
    value =
        "Changes what a request names of a command. What has run keeps what it ran; invokers run the new content from their next fire on.",
    checks = {CommandDraft.class, CustomParameters.class},
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.COMMAND_NAME_DUPLICATED,
      ErrorCode.PUBLIC_COMMAND
    },
    inferred = {
      "New defaults replace the old ones, in whichever form either came.",
      "A working directory or user that was only the old type's default becomes the new type's default.",
      "A public command cannot be changed: InvalidCommandId.",
      "A malformed Username is InvalidParameterValue, since the action lists no InvalidUsername."
    })
@Component
public final class ModifyCommand
    implements ActionHandler<ModifyCommand.Request, ModifyCommand.Response> {
  private final CommandService commands;

  ModifyCommand(CommandService commands) {
    this.commands = commands;
  }

  /** As documented for ModifyCommand. */
  public record Request(
      @Required @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          String commandId,
      @Nullable String commandName,
      @Length(max = 120) @Nullable String description,
      @Length(max = 65_536) @Nullable String content,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Length(max = 4096) @Nullable String workingDirectory,
      @Between(min = 1, max = 86_400) @Nullable Long timeout,
      @Confidential @Length(max = 65_536) @Nullable String defaultParameters,
      @Length(max = 20, error = ErrorCode.PARAMETER_NUMBER_EXCEEDED) @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Nullable String username,
      @Length(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    CommandChange change =
        new CommandChange(
            request.commandName(),
            request.description(),
            request.content(),
            request.commandType(),
            request.workingDirectory(),
            request.timeout(),
            request.defaultParameters(),
            request.defaultParameterConfs(),
            request.username(),
            request.outputCOSBucketUrl(),
            request.outputCOSKeyPrefix());
    commands.modify(call.tenant(), request.commandId(), change);
    return new Response();
  }
}
