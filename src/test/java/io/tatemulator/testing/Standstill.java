package io.tatemulator.testing;

import static org.awaitility.Awaitility.await;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** A time in which the emulator does nothing by itself, so that what is due has to wait. */
public final class Standstill {
  private Standstill() {}

  /** Does something while the emulator stands still, once it has done what it is doing. */
  public static void during(Scheduler quartz, Runnable work) {
    try {
      quartz.pauseAll();
      await().until(() -> quartz.getCurrentlyExecutingJobs().isEmpty());
      try {
        work.run();
      } finally {
        quartz.resumeAll();
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }
}
