package io.tatemulator.storage;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction for what only reads: entities load what they refer to, and nothing is compared with
 * the database at its end.
 */
@Component
public final class ReadTransaction {
  private final TransactionTemplate transaction;

  ReadTransaction(PlatformTransactionManager manager) {
    this.transaction = new TransactionTemplate(manager);
    this.transaction.setReadOnly(true);
  }

  /** Runs it, in the running transaction when there is one. */
  public <T> T run(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
