package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes several commands, all or none. */
@ActionDoc(
    value = "Deletes several commands, all or none.",
    raises = {
      "ResourceNotFound.CommandNotFound",
      "ResourceUnavailable.CommandInInvoker",
      "ResourceUnavailable.CommandInExecuting",
      "InvalidParameterValue.InvalidCommandId"
    },
    inferred = {
      "At most 100 identifiers; the documentation states no limit.",
      "A repeated identifier counts once.",
      "A public command cannot be deleted: InvalidCommandId."
    })
@Component
public final class DeleteCommands
    implements TatAction<DeleteCommands.Request, DeleteCommands.Response> {
  private final CommandService commands;

  DeleteCommands(CommandService commands) {
    this.commands = commands;
  }

  /**
   * The request, as documented for DeleteCommands.
   *
   * @param commandIds the commands to delete; the cloud documents no limit, 100 is that of all
   *     other lists
   */
  public record Request(
      @Required
          @Size(max = 100, error = "InvalidParameterValue") @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          List<String> commandIds) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    commands.delete(context.tenant(), new LinkedHashSet<>(request.commandIds()));
    return new Response();
  }
}
