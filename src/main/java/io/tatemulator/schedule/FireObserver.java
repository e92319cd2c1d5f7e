package io.tatemulator.schedule;

import java.time.Instant;
import java.util.List;

/** Learns of fires. */
public interface FireObserver {
  /**
   * Invokers have fired, for good: their transaction has been committed.
   *
   * @param dueInstants when each was due
   * @param committedAt when the fires had been written
   */
  void fired(List<Instant> dueInstants, Instant committedAt);
}
