package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandUse;
import io.tatemulator.protocol.error.ErrorCode;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A command that an invoker is bound to cannot be deleted, even while the invoker is disabled. */
@Component
@Order(0)
final class BoundCommands implements CommandUse {
  private final InvokerRepository invokers;

  BoundCommands(InvokerRepository invokers) {
    this.invokers = invokers;
  }

  @Override
  public Optional<ErrorCode> refusal(Command command) {
    return invokers.bound(command.tenantId(), command.id())
        ? Optional.of(ErrorCode.COMMAND_IN_INVOKER)
        : Optional.empty();
  }
}
