package io.tatemulator.command;

import io.tatemulator.persistence.Nodes;
import io.tatemulator.protocol.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps commands until rows that refer to them are committed, since another node could delete them
 * meanwhile. {@link CommandService#withoutDeletions} does so on one node.
 */
@Component
public final class ReferredCommands {
  private final CommandRepository commands;
  private final Nodes nodes;

  ReferredCommands(CommandRepository commands, Nodes nodes) {
    this.commands = commands;
    this.nodes = nodes;
  }

  /**
   * Prevents the deletion of a command until the running transaction has ended.
   *
   * @throws ApiException CommandNotFound when it has been deleted
   */
  public void keep(Command command) {
    if (!keep(command.tenantId(), List.of(command.id()))) {
      throw CommandService.notFound(command.commandId());
    }
  }

  /**
   * Prevents the deletion of commands until the running transaction has ended.
   *
   * @param ids the ids of their rows
   * @return false when one has been deleted
   */
  public boolean keep(long tenantId, Collection<Long> ids) {
    if (!nodes.areSeveral()) {
      return true;
    }
    Set<Long> distinct = Set.copyOf(ids);
    return commands.share(tenantId, distinct.toArray(Long[]::new)).size() == distinct.size();
  }
}
