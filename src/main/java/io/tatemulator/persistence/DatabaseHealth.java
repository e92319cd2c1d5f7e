package io.tatemulator.persistence;

import io.tatemulator.support.DaemonThreads;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
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

  /** A database that has not answered for so long counts as not writable. */
  private static final long OVERDUE_NANOS = Duration.ofSeconds(5).toNanos();

  private static final long RETRY_SECONDS = 1;

  private final EntityManager entities;
  private final TransactionOperations transaction;
  private final ScheduledExecutorService worker = DaemonThreads.scheduled("database-health");

  private final LongSupplier nanoTime;

  private volatile boolean writable = true;
  private volatile long checkedAt;

  /** The check on request that has been started last. */
  private @Nullable Check check;

  private record Check(Future<?> result, long startedAt) {
    boolean isOverdue(long now) {
      return !result.isDone() && now - startedAt > OVERDUE_NANOS;
    }
  }

  /** The next attempt after a failure; null while the last one has succeeded. */
  private @Nullable Future<?> retry;

  @Autowired
  DatabaseHealth(
      EntityManager entities, TransactionOperations transaction, DatabaseFailures failures) {
    this(entities, transaction, failures, System::nanoTime);
  }

  DatabaseHealth(
      EntityManager entities,
      TransactionOperations transaction,
      DatabaseFailures failures,
      LongSupplier nanoTime) {
    this.entities = entities;
    this.transaction = transaction;
    this.nanoTime = nanoTime;
    this.checkedAt = nanoTime.getAsLong();
    failures.setListener(this::failed);
  }

  /**
   * Returns whether the database is writable. A check that takes longer than half a second is not
   * awaited; until it ends, the last result applies, but not longer than five seconds after the
   * check has begun, which it does with a call of this method.
   */
  public boolean isWritable() {
    if (!writable || nanoTime.getAsLong() - checkedAt <= RESULT_VALID_NANOS) {
      return writable;
    }
    Check current = currentCheck();
    await(current.result());
    return writable && !current.isOverdue(nanoTime.getAsLong());
  }

  private synchronized Check currentCheck() {
    if (check == null || check.result().isDone()) {
      check = new Check(worker.submit(this::checkWrite), nanoTime.getAsLong());
    }
    return check;
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
    long now = nanoTime.getAsLong();
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
