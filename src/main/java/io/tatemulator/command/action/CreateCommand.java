package io.tatemulator.command.action;

import io.tatemulator.command.CommandDraft;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.DefaultParameterConf;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves a command. */
@ActionDoc(
    value = "Saves a command.",
    checks = {CommandDraft.class, CustomParameters.class},
    raises = {
      "InvalidParameterValue.CommandNameDuplicated",
      "ResourceUnavailable.UserHasNoQuotaCode"
    },
    inferred = {
      "A user name has at most 256 characters, without control characters, colons and slashes.",
      "A working directory must be absolute: `/…` for SHELL, `X:\\…` for POWERSHELL and BAT.",
      "Both forms of defaults in one request return InvalidParameter.",
      "The existence of the bucket of OutputCOSBucketUrl is not checked."
    })
@Component
public final class CreateCommand
    implements TatAction<CreateCommand.Request, CreateCommand.Response> {
  private final CommandService commands;

  CreateCommand(CommandService commands) {
    this.commands = commands;
  }

  /** The request, as documented for CreateCommand. */
  public record Request(
      @Required @Pattern(value = ".+", error = "InvalidParameterValue.InvalidCommandName") String commandName,
      @Required @Size(max = 65_536) String content,
      @Size(max = 120) @Nullable String description,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Size(max = 4096) @Nullable String workingDirectory,
      @Range(min = 1, max = 86_400) @Nullable Long timeout,
      @Nullable Boolean enableParameter,
      @Sensitive @Size(max = 65_536) @Nullable String defaultParameters,
      @Size(max = 20, error = "InvalidParameterValue.ParameterNumberExceeded") @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Size(max = 10) @Nullable List<Tag> tags,
      @Nullable String username,
      @Size(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {
    /** Returns the described command. */
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
   * The response.
   *
   * @param commandId the new command's id
   */
  public record Response(String commandId) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    return new Response(
        commands
            .save(context.tenant(), request.draft().toSpec(), Tag.list(request.tags()))
            .commandId());
  }
}
