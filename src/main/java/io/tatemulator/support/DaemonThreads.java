package io.tatemulator.support;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Creates threads that do not keep the process alive. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** Returns an executor with one thread, which starts with its first task. */
  public static ScheduledExecutorService scheduled(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
