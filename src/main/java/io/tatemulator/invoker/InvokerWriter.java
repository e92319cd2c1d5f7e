package io.tatemulator.invoker;

import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.tenant.LastEvents;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Inserts new invokers in batches. */
@Component
class InvokerWriter {
  private final BulkWriter writer;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;

  InvokerWriter(BulkWriter writer, LastEvents lastEvents, TransactionOperations transaction) {
    this.writer = writer;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
  }

  void write(List<NewInvoker> invokers) {
    transaction.executeWithoutResult(
        status -> {
          insert(invokers);
          invokers.forEach(invoker -> lastEvents.raise(invoker.tenantId(), invoker.createdAt()));
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
