package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandDeletionGuard;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.TatError;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prevents the deletion of a command to which an invoker is bound, even if it is disabled. */
@Component
@Order(0)
final class InvokerGuard implements CommandDeletionGuard {
  private final InvokerRepository invokers;

  InvokerGuard(InvokerRepository invokers) {
    this.invokers = invokers;
  }

  @Override
  public Optional<ErrorCode> deletionError(Command command) {
    return invokers.bound(command.tenantId(), command.id())
        ? Optional.of(TatError.COMMAND_IN_INVOKER)
        : Optional.empty();
  }
}
