package io.tatemulator.schedule;

import java.time.Instant;
import java.util.List;

/** Learns of fires. */
public interface FireObserver {
  /**
   * Invokers have fired, for good: their transaction has been committed.
   *
   * @param fires which, in the order in which they were due
   * @param committedAt when the fires had been written
   */
  void fired(List<Fire> fires, Instant committedAt);
}
