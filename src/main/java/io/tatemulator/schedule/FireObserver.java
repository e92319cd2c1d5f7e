package io.tatemulator.schedule;

import io.tatemulator.time.Fire;
import java.time.Instant;
import java.util.List;

/** Receives notifications of fires. */
public interface FireObserver {
  /**
   * Handles fires whose transaction has been committed.
   *
   * @param fires the fires, in the order in which they were due
   * @param committedAt when the fires had been written
   */
  void onFired(List<Fire> fires, Instant committedAt);
}
