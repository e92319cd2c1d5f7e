package io.tatemulator.execution.agent;

import io.tatemulator.support.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The thread for messages to agents and for their statuses, which must not delay requests. */
@Component
final class AgentWorker {
  private static final Logger LOG = LoggerFactory.getLogger(AgentWorker.class);

  private static final int STOP_SECONDS = 5;

  private @Nullable ScheduledExecutorService thread;
  private boolean stopped;

  /** Does some work soon, unless the emulator ends. */
  void submit(Runnable work) {
    repeat(Duration.ZERO, work);
  }

  /** Does some work again and again, each time after a pause; once if that is zero. */
  synchronized void repeat(Duration pause, Runnable work) {
    if (stopped) {
      return;
    }
    if (thread == null) {
      thread = DaemonThreads.scheduled("agents");
    }
    Runnable guarded = () -> run(work);
    try {
      if (pause.isZero()) {
        thread.execute(guarded);
      } else {
        var unused =
            thread.scheduleWithFixedDelay(
                guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("the emulator ends", e);
    }
  }

  /** A failure, such as one of the database, must not end the repetitions. */
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("work for agents failed", e);
    }
  }

  /**
   * Lets the work that has begun end. It is not interrupted, since that could close the database's
   * file.
   */
  void stop() {
    ScheduledExecutorService started;
    synchronized (this) {
      stopped = true;
      started = thread;
    }
    if (started == null) {
      return;
    }
    started.shutdown();
    try {
      if (!started.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("work for agents has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
