package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

  @Test
  void aDatabaseThatDoesNotRespondIsNotWritable() {
    CountDownLatch responds = new CountDownLatch(1);
    AtomicInteger attempts = new AtomicInteger();
    doAnswer(
            call -> {
              attempts.incrementAndGet();
              responds.await();
              return null;
            })
        .when(transaction)
        .executeWithoutResult(any());
    AtomicLong nanos = new AtomicLong();
    DatabaseHealth health =
        new DatabaseHealth(mock(EntityManager.class), transaction, failures, nanos::get);

    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(health.isWritable()).isTrue();
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(health.isWritable()).isFalse();
    assertThat(attempts).as("no second attempt waits behind the first").hasValue(1);

    responds.countDown();
    await().until(health::isWritable);
    health.destroy();
  }
}
