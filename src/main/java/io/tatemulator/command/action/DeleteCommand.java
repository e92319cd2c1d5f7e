package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes a command that no invoker is bound to and no invocation is running. */
@Documented(
    value =
        "Deletes a command that no invoker is bound to and no invocation is running. What it has run can still be described.",
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.COMMAND_IN_INVOKER,
      ErrorCode.COMMAND_IN_EXECUTING,
      ErrorCode.PUBLIC_COMMAND
    },
    inferred = {
      "A disabled invoker binds its command too.",
      "A public command cannot be deleted: InvalidCommandId."
    })
@Component
public final class DeleteCommand
    implements ActionHandler<DeleteCommand.Request, DeleteCommand.Response> {
  private final CommandService commands;

  DeleteCommand(CommandService commands) {
    this.commands = commands;
  }

  /**
   * As documented for DeleteCommand.
   *
   * @param commandId the command to delete
   */
  public record Request(
      @Required @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          String commandId) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    commands.delete(call.tenant(), List.of(request.commandId()));
    return new Response();
  }
}
