package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever an attempt to write ends in, another one follows. */
class DatabaseHealthTest {
  private final TransactionOperations transaction = mock(TransactionOperations.class);
  private final DatabaseFailures failures = mock(DatabaseFailures.class);

  @Test
  void anErrorDoesNotEndTheAttempts() {
    doThrow(new IllegalStateException("on purpose"))
        .doThrow(new OutOfMemoryError("on purpose"))
        .doNothing()
        .when(transaction)
        .executeWithoutResult(any());
    DatabaseHealth health = new DatabaseHealth(mock(EntityManager.class), transaction, failures);
    ArgumentCaptor<Runnable> listener = ArgumentCaptor.forClass(Runnable.class);
    verify(failures).setListener(listener.capture());

    listener.getValue().run();

    assertThat(health.isWritable()).isFalse();
    await().until(health::isWritable);
    health.destroy();
  }
}
