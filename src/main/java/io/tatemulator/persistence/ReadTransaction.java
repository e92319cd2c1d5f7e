package io.tatemulator.persistence;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs read-only work in a transaction: entities load their associations, and no dirty check takes
 * place at its end.
 */
@Component
public final class ReadTransaction {
  private final TransactionTemplate transaction;

  ReadTransaction(PlatformTransactionManager manager) {
    this.transaction = new TranslatingTransaction(manager);
    this.transaction.setReadOnly(true);
  }

  /** Runs the work, in the running transaction when there is one. */
  public <T> T run(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
