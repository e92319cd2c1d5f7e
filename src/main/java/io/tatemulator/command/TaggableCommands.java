package io.tatemulator.command;

import io.tatemulator.tag.TaggableResources;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatService;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Finds the tenant's own commands whose tags are to be changed. */
@Component
final class TaggableCommands implements TaggableResources {
  private final CommandRepository commands;

  TaggableCommands(CommandRepository commands) {
    this.commands = commands;
  }

  @Override
  public String service() {
    return TatService.MODEL.service();
  }

  @Override
  public String prefix() {
    return "command";
  }

  @Override
  public Optional<Command> lock(long tenantId, String id) {
    OptionalLong number = ResourceId.COMMAND.parse(id);
    return number.isEmpty()
        ? Optional.empty()
        : commands
            .lock(tenantId, number.getAsLong())
            .filter(command -> command.createdBy() == Command.Creator.USER);
  }
}
