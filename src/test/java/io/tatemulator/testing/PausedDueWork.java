package io.tatemulator.testing;

import io.tatemulator.time.DueWorkRunner;

/** Runs a job while no due work is processed. */
public final class PausedDueWork {
  private PausedDueWork() {}

  /** Waits until the current due work has ended, then runs the job. */
  public static void during(DueWorkRunner dueWork, Runnable work) {
    dueWork.runExclusively(
        () -> {
          work.run();
          return true;
        });
  }
}
