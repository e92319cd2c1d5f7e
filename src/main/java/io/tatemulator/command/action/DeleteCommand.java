package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import org.springframework.stereotype.Component;

/** Deletes a command that no invoker is bound to and no invocation is running. */
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
    commands.delete(call.tenant(), request.commandId());
    return new Response();
  }
}
