package io.tatemulator.storage;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may only be told once it is true. */
public final class AfterCommit {
  private AfterCommit() {}

  /** Does it at once where there is no transaction. Not for what itself runs after a commit. */
  public static void runOrNow(Runnable work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      run(work);
    } else {
      work.run();
    }
  }

  /** Does something when the running transaction, the outermost one, has been committed. */
  public static void run(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
