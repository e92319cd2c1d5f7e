package io.tatemulator.execution.process;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which scripts are started and ended, apart from each other, so that a kill never
 * waits for starts. They are created when the first script runs.
 */
final class ScriptThreads {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptThreads.class);
  private static final int STARTERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** What comes after a stop is found after the next start. */
  private static final RejectedExecutionHandler DISCARDING = new ThreadPoolExecutor.DiscardPolicy();

  private final ThreadPoolExecutor starters = pool("script-start-");
  private final ThreadPoolExecutor enders = pool("script-end-");
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemons("script-timer-"), DISCARDING);

  ScriptThreads() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static ThreadPoolExecutor pool(String prefix) {
    return new ThreadPoolExecutor(
        STARTERS,
        STARTERS,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        daemons(prefix),
        DISCARDING);
  }

  /** Starts a script. */
  void start(Runnable work) {
    starters.execute(logging(work));
  }

  /** Does what follows from a commit or from the end of a script. */
  void end(Runnable work) {
    enders.execute(logging(work));
  }

  Executor enders() {
    return enders;
  }

  /** Does some work after a time, unless it is cancelled before. */
  Future<?> endAfter(Duration time, Runnable work) {
    return timer.schedule(() -> end(work), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Discards the starts that have not begun, without an interruption of those that have. */
  void stopStarting() {
    starters.shutdown();
    starters.getQueue().clear();
  }

  /** Waits until the starts that had begun are done. */
  boolean awaitStarts(Duration max) throws InterruptedException {
    return starters.awaitTermination(max.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop() {
    timer.shutdown();
    enders.shutdown();
  }

  private static Runnable logging(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("the execution of scripts failed", e);
      }
    };
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
