package io.tatemulator.jar.kills;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far the traffic of a round has come, and whether it is over. */
final class Progress {
  /** What a kill may hit. */
  enum Moment {
    REQUEST,
    MOVE,
    TENANT_RESET,
    RESET,
    SAVE,
    IMPORT,
    LOAD
  }

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<Moment, Integer> counts = new EnumMap<>(Moment.class);
  private boolean over;

  /** One more of these; for requests, once they have been acknowledged, else as they begin. */
  synchronized void count(Moment moment) {
    counts.merge(moment, 1, Integer::sum);
    notifyAll();
  }

  synchronized int count() {
    return counts.getOrDefault(Moment.REQUEST, 0);
  }

  /** The emulator is about to be killed, or a thread has failed. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Waits for some number of these, or for the end. */
  synchronized void await(Moment moment, int number) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!over && counts.getOrDefault(moment, 0) < number) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("the traffic stands still at " + counts);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
