package io.tatemulator.persistence;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs callbacks after the outermost transaction commits. */
public final class AfterCommit {
  private AfterCommit() {}

  /** Runs it at once without a transaction. Not for callbacks that run after a commit. */
  public static void runOrNow(Runnable work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      run(work);
    } else {
      work.run();
    }
  }

  /** Runs a callback if the running transaction, the outermost one, is rolled back. */
  public static void runOnRollback(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
              work.run();
            }
          }
        });
  }

  /** Runs a callback after the running transaction, the outermost one, commits. */
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
