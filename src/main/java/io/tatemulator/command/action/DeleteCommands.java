package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes several commands, all or none. */
@ActionDoc(
    value = "Deletes several commands, all or none.",
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.COMMAND_IN_INVOKER,
      ErrorCode.COMMAND_IN_EXECUTING,
      ErrorCode.PUBLIC_COMMAND
    },
    inferred = {
      "At most 100 identifiers; the documentation states no limit.",
      "A repeated identifier counts once.",
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
   * The request, as documented for DeleteCommands.
   *
   * @param commandIds the commands to delete; the cloud documents no limit, 100 is that of all
   *     other lists
   */
  public record Request(
      @Required
          @Size(max = 100, error = ErrorCode.VALUE_NOT_VALID) @Pattern(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID) List<String> commandIds) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    commands.delete(context.tenant(), new LinkedHashSet<>(request.commandIds()));
    return new Response();
  }
}
