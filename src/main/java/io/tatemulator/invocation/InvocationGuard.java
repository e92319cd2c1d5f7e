package io.tatemulator.invocation;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandDeletionGuard;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prevents the deletion of a command that an unfinished invocation runs. */
@Component
final class InvocationGuard implements CommandDeletionGuard {
  private final InvocationTaskRepository tasks;

  InvocationGuard(InvocationTaskRepository tasks) {
    this.tasks = tasks;
  }

  @Override
  public Optional<ErrorCode> deletionError(Command command) {
    long commandNumber = ResourceId.COMMAND.parse(command.commandId()).orElseThrow();
    return tasks
        .findUnfinished(Instant.EPOCH, command.tenantId(), commandNumber)
        .map(found -> TatError.COMMAND_IN_EXECUTING);
  }
}
