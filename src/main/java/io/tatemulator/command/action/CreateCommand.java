package io.tatemulator.command.action;

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
import io.tatemulator.storage.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves a command. */
@Documented(
    value = "Saves a command.",
    checks = {CommandDraft.class, CustomParameters.class},
    raises = {ErrorCode.COMMAND_NAME_DUPLICATED, ErrorCode.QUOTA_EXCEEDED},
    inferred = {
      "A user name may hold anything but control characters, colons and slashes, up to 256 characters.",
      "A working directory must be absolute: `/…` for SHELL, `X:\\…` for POWERSHELL and BAT.",
      "Both forms of defaults at once are refused with InvalidParameter.",
      "The bucket of OutputCOSBucketUrl is not looked for."
    })
@Component
public final class CreateCommand
    implements ActionHandler<CreateCommand.Request, CreateCommand.Response> {
  private final CommandService commands;

  CreateCommand(CommandService commands) {
    this.commands = commands;
  }

  /** As documented for CreateCommand. */
  public record Request(
      @Required @Matches(value = ".+", error = ErrorCode.INVALID_COMMAND_NAME) String commandName,
      @Required @Length(max = 65_536) String content,
      @Length(max = 120) @Nullable String description,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Length(max = 4096) @Nullable String workingDirectory,
      @Between(min = 1, max = 86_400) @Nullable Long timeout,
      @Nullable Boolean enableParameter,
      @Confidential @Length(max = 65_536) @Nullable String defaultParameters,
      @Length(max = 20, error = ErrorCode.PARAMETER_NUMBER_EXCEEDED) @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Length(max = 10) @Nullable List<Tag> tags,
      @Nullable String username,
      @Length(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {
    /** The command that is described. */
    public CommandDraft draft() {
      return new CommandDraft(
          commandName,
          content,
          description,
          commandType,
          workingDirectory,
          timeout,
          enableParameter,
          defaultParameters,
          defaultParameterConfs,
          username,
          outputCOSBucketUrl,
          outputCOSKeyPrefix);
    }
  }

  /**
   * The answer.
   *
   * @param commandId the new command
   */
  public record Response(String commandId) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    return new Response(
        commands
            .save(call.tenant(), request.draft().toSpec(), Tag.list(request.tags()))
            .commandId());
  }
}
