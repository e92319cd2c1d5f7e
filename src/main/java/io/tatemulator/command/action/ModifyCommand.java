package io.tatemulator.command.action;

import io.tatemulator.command.CommandChange;
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
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the specified fields of a command. */
@ActionDoc(
    value =
        "Changes the specified fields of a command. Past invocations keep their content; invokers run the new content from their next fire on.",
    checks = {CommandDraft.class, CustomParameters.class},
    raises = {
      "ResourceNotFound.CommandNotFound",
      "InvalidParameterValue.CommandNameDuplicated",
      "InvalidParameterValue.InvalidCommandId"
    },
    inferred = {
      "New defaults replace the old ones, whichever form either has.",
      "A working directory or user that equals the old type's default becomes the new type's default.",
      "A public command cannot be changed: InvalidCommandId.",
      "A malformed Username is InvalidParameterValue, since the action lists no InvalidUsername."
    })
@Component
public final class ModifyCommand
    implements TatAction<ModifyCommand.Request, ModifyCommand.Response> {
  private final CommandService commands;

  ModifyCommand(CommandService commands) {
    this.commands = commands;
  }

  /** The request, as documented for ModifyCommand. */
  public record Request(
      @Required
          @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          String commandId,
      @Nullable String commandName,
      @Size(max = 120) @Nullable String description,
      @Size(max = 65_536) @Nullable String content,
      @OneOf({"SHELL", "POWERSHELL", "BAT"}) @Nullable String commandType,
      @Size(max = 4096) @Nullable String workingDirectory,
      @Range(min = 1, max = 86_400) @Nullable Long timeout,
      @Sensitive @Size(max = 65_536) @Nullable String defaultParameters,
      @Size(max = 20, error = "InvalidParameterValue.ParameterNumberExceeded") @Nullable List<DefaultParameterConf> defaultParameterConfs,
      @Nullable String username,
      @Size(max = 2048) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
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
    commands.modify(context.tenant(), request.commandId(), change);
    return new Response();
  }
}
