package io.tatemulator.jar.kills;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts the events of a round's traffic. */
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

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Map<Moment, Integer> counts = new EnumMap<>(Moment.class);
  private boolean over;

  /** Counts a request when it is acknowledged, any other event when it begins. */
  synchronized void count(Moment moment) {
    counts.merge(moment, 1, Integer::sum);
    notifyAll();
  }

  synchronized int count() {
    return counts.getOrDefault(Moment.REQUEST, 0);
  }

  /** Ends the traffic, before a kill or after a failure. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Waits for a number of events, or for the end. */
  synchronized void await(Moment moment, int number) throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!over && counts.getOrDefault(moment, 0) < number) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("the traffic makes no progress at " + counts);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
