package io.tatemulator.time;

import java.time.Instant;
import java.util.Optional;

/** One kind of stored work that falls due at an instant. */
public interface DueWork {
  /** Returns the earliest instant after another one at which work of this kind falls due. */
  Optional<Instant> nextDueAfter(Instant instant);

  /**
   * Runs one batch of the due work, so that other kinds can run between two batches.
   *
   * @param now the current time on the emulator's clock
   * @return whether more of this kind may be due now; false when all of it is done, unless other
   *     threads have added more
   */
  boolean runDue(Instant now);
}
