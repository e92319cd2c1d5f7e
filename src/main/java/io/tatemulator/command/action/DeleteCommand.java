package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes a command unless an invoker is bound to it or an invocation of it is running. */
@ActionDoc(
    value =
        "Deletes a command unless an invoker is bound to it or an invocation of it is running. Its past invocations can still be described.",
    raises = {
      "ResourceNotFound.CommandNotFound",
      "ResourceUnavailable.CommandInInvoker",
      "ResourceUnavailable.CommandInExecuting",
      "InvalidParameterValue.InvalidCommandId"
    },
    inferred = {
      "A disabled invoker also blocks the deletion.",
      "A public command cannot be deleted: InvalidCommandId."
    })
@Component
public final class DeleteCommand
    implements TatAction<DeleteCommand.Request, DeleteCommand.Response> {
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
      @Required
          @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          String commandId) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    commands.delete(context.tenant(), List.of(request.commandId()));
    return new Response();
  }
}
