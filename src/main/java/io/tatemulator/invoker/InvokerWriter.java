package io.tatemulator.invoker;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.ReferredCommands;
import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tenant.LastEvents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Inserts new invokers in batches. */
@Component
class InvokerWriter {
  private final BulkWriter writer;
  private final LastEvents lastEvents;
  private final ReferredCommands commands;
  private final TransactionOperations transaction;

  InvokerWriter(
      BulkWriter writer,
      LastEvents lastEvents,
      ReferredCommands commands,
      TransactionOperations transaction) {
    this.writer = writer;
    this.lastEvents = lastEvents;
    this.commands = commands;
    this.transaction = transaction;
  }

  /**
   * Inserts invokers.
   *
   * @throws ApiException CommandNotFound when the command of one has been deleted meanwhile
   */
  void write(List<NewInvoker> invokers) {
    transaction.executeWithoutResult(
        status -> {
          keepCommands(invokers);
          insert(invokers);
          invokers.forEach(invoker -> lastEvents.raise(invoker.tenantId(), invoker.createdAt()));
        });
  }

  private void keepCommands(List<NewInvoker> invokers) {
    Map<Long, List<Long>> byTenant =
        invokers.stream()
            .collect(
                Collectors.groupingBy(
                    NewInvoker::tenantId,
                    TreeMap::new,
                    Collectors.mapping(NewInvoker::commandRow, Collectors.toList())));
    byTenant.forEach(
        (tenantId, rows) -> {
          if (!commands.keep(tenantId, rows)) {
            // Of one of them; each of several is created again by itself.
            throw CommandService.notFound(invokers.get(0).draft().commandId());
          }
        });
  }

  /** Inserts an invoker of the initial state, in the running transaction. */
  void declare(NewInvoker invoker) {
    insert(List.of(invoker));
  }

  private void insert(List<NewInvoker> invokers) {
    writer.insert(invokers.stream().map(Invoker::new).toList());
  }
}
