package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes a command unless an invoker is bound to it or an invocation of it is running. */
@ActionDoc(
    value =
        "Deletes a command unless an invoker is bound to it or an invocation of it is running. Its past invocations can still be described.",
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.COMMAND_IN_INVOKER,
      ErrorCode.COMMAND_IN_EXECUTING,
      ErrorCode.PUBLIC_COMMAND
    },
    inferred = {
      "A disabled invoker also blocks the deletion.",
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
   * The request, as documented for DeleteCommand.
   *
   * @param commandId the command to delete
   */
  public record Request(
      @Required @Pattern(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID) String commandId) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    commands.delete(context.tenant(), List.of(request.commandId()));
    return new Response();
  }
}
