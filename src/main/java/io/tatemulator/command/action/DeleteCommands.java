package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes several commands, all or none. */
@Documented(
    value = "Deletes several commands, all or none.",
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.COMMAND_IN_INVOKER,
      ErrorCode.COMMAND_IN_EXECUTING,
      ErrorCode.PUBLIC_COMMAND
    },
    inferred = {
      "At most 100 identifiers; the documents name no limit.",
      "An identifier given twice counts once.",
      "A public command cannot be deleted: InvalidCommandId."
    })
@Component
public final class DeleteCommands
    implements ActionHandler<DeleteCommands.Request, DeleteCommands.Response> {
  private final CommandService commands;

  DeleteCommands(CommandService commands) {
    this.commands = commands;
  }

  /**
   * As documented for DeleteCommands.
   *
   * @param commandIds the commands to delete; the cloud documents no limit, 100 is that of all
   *     other lists
   */
  public record Request(
      @Required
          @Length(max = 100, error = ErrorCode.VALUE_NOT_VALID) @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          List<String> commandIds) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    commands.delete(call.tenant(), new LinkedHashSet<>(request.commandIds()));
    return new Response();
  }
}
