package io.tatemulator.storage;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What has to be taken back when it has not come true. */
public final class AfterRollback {
  private AfterRollback() {}

  /** Does something unless the running transaction, the outermost one, is committed. */
  public static void run(Runnable work) {
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
}
