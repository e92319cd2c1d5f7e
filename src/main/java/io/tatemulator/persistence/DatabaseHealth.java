package io.tatemulator.persistence;

import io.tatemulator.support.DaemonThreads;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks whether the database is writable: on request, at most every two seconds, and after a
 * failure each second until a write succeeds.
 */
@Component
public final class DatabaseHealth implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
  private static final long RESULT_VALID_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long TIMEOUT_MILLIS = 500;
  private static final long RETRY_SECONDS = 1;

  private final EntityManager entities;
  private final TransactionOperations transaction;
  private final ScheduledExecutorService worker = DaemonThreads.scheduled("database-health");

  private volatile boolean writable = true;
  private volatile long checkedAt = System.nanoTime();

  /** The next attempt after a failure; null while the last one has succeeded. */
  private @Nullable Future<?> retry;

  DatabaseHealth(
      EntityManager entities, TransactionOperations transaction, DatabaseFailures failures) {
    this.entities = entities;
    this.transaction = transaction;
    failures.setListener(this::failed);
  }

  /**
   * Returns whether the database is writable. A check that takes longer than half a second is not
   * awaited; until it ends, the last result applies.
   */
  public boolean isWritable() {
    if (writable && System.nanoTime() - checkedAt > RESULT_VALID_NANOS) {
      await(worker.submit(this::checkWrite));
    }
    return writable;
  }

  private static void await(Future<?> attempt) {
    try {
      attempt.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("the write check of the database has no result yet", e);
    }
  }

  private void checkWrite() {
    long now = System.nanoTime();
    try {
      transaction.executeWithoutResult(
          status -> entities.find(WriteProbeEntity.class, WriteProbeEntity.ID).count());
      checkedAt = now;
      succeeded();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.debug("the write check of the database failed", e);
      failed();
    }
  }

  private synchronized void succeeded() {
    if (!writable) {
      LOG.info("the database is writable again");
    }
    writable = true;
    retry = null;
  }

  private synchronized void failed() {
    if (writable) {
      LOG.error(
          "the database is not writable: its disk may be full, or its server cannot be reached;"
              + " the write check runs each second");
    }
    writable = false;
    if (retry == null) {
      scheduleRetry();
    }
  }

  private synchronized void scheduleRetry() {
    retry =
        worker.schedule(
            () -> {
              checkWrite();
              if (!writable) {
                scheduleRetry();
              }
            },
            RETRY_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    // Not by an interrupt: during a write of H2, it closes the database for all threads.
    worker.shutdown();
  }
}
