package io.tatemulator.storage;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database can be written to. Whoever asks has it tried, at most every two
 * seconds; and after a failure it is tried each second until it succeeds.
 */
@Component
public final class DatabaseHealth implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PATIENCE_MILLIS = 500;
  private static final long RETRY_SECONDS = 1;

  private final JdbcTemplate jdbc;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "database-health");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean writable = true;
  private volatile long triedAt = System.nanoTime();

  /** The next attempt after a failure; null while the last one has succeeded. */
  private @Nullable Future<?> retry;

  DatabaseHealth(JdbcTemplate jdbc, DatabaseFailures failures) {
    this.jdbc = jdbc;
    failures.tell(this::failed);
  }

  /**
   * Whether it can be written to. An answer that takes longer than half a second is not waited for;
   * the last one holds meanwhile.
   */
  public boolean isWritable() {
    if (writable && System.nanoTime() - triedAt > GOOD_FOR_NANOS) {
      await(worker.submit(this::tryToWrite));
    }
    return writable;
  }

  private static void await(Future<?> attempt) {
    try {
      attempt.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("whether the database can be written to is not known yet", e);
    }
  }

  private void tryToWrite() {
    long now = System.nanoTime();
    try {
      jdbc.update("update write_probe set attempts = attempts + 1");
      triedAt = now;
      succeeded();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.debug("the database could not be written to", e);
      failed();
    }
  }

  private synchronized void succeeded() {
    if (!writable) {
      LOG.info("the database can be written to again");
    }
    writable = true;
    retry = null;
  }

  private synchronized void failed() {
    if (writable) {
      LOG.error(
          "the database cannot be written to, perhaps since its disk is full; this is tried again each second");
    }
    writable = false;
    if (retry == null) {
      retryLater();
    }
  }

  private synchronized void retryLater() {
    retry =
        worker.schedule(
            () -> {
              tryToWrite();
              if (!writable) {
                retryLater();
              }
            },
            RETRY_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
