package io.tatemulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One kind of stored work that falls due at an instant. */
public interface DueWork {
  /** The kinds, the most urgent first: after each batch, the most urgent kind is run again. */
  enum Kind {
    /** Fires of invokers, which add tasks. */
    INVOKERS,
    /** Steps of tasks. */
    TASKS,
    /** Removal of what has ended, which is never urgent. */
    RETENTION
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns the earliest instant after another one at which work of this kind falls due. */
  Optional<Instant> nextDueAfter(Instant instant);

  /**
   * Runs one batch of the due work, so that other kinds can run between two batches.
   *
   * @param now the current time on the emulator's clock
   * @return what it caused. Its {@code more} is false when all of this kind is done, unless other
   *     threads have added more
   */
  BatchResult run(Instant now);

  /**
   * Returns the number of parts of which nodes may run batches side by side; 1 when only one node
   * at a time may run a batch.
   */
  default int parts() {
    return 1;
  }

  /**
   * Runs one batch of a part of the due work.
   *
   * @param part the number of the part, from 0
   */
  default BatchResult runPart(Instant now, int part) {
    return run(now);
  }

  /**
   * Returns whether some of it takes real time, so that an advance of the clock takes one instant
   * after the other and waits at each for {@linkplain #inProgress what is in progress}.
   */
  default boolean takesRealTime() {
    return false;
  }

  /**
   * Returns the identifiers of what takes real time and is in progress now, so that the clock waits
   * for it; at most 1,000.
   */
  default List<String> inProgress() {
    return List.of();
  }

  /**
   * Waits until something that takes real time has ended, and due work can go on; returns at the
   * latest after some time.
   */
  default void awaitProgress(Duration max) throws InterruptedException {}

  /**
   * Runs one batch of the due work, each part of it at the instant at which it was due, since the
   * clock has been moved past that. Work without due instants runs as ever.
   */
  default BatchResult runAtDueInstants(Instant now) {
    return run(now);
  }
}
