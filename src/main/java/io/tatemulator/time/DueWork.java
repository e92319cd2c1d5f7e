package io.tatemulator.time;

import java.time.Instant;
import java.util.Optional;

/** Something that waits in the database for its time. */
public interface DueWork {
  /** The earliest instant after some other one at which something falls due. */
  Optional<Instant> nextDueAfter(Instant instant);

  /**
   * Does one batch of what is due, so that other work can take its turn in between.
   *
   * @param now the present on the emulator's clock
   * @return whether more of this kind may be due now; no when all of it has been done, as far as
   *     nobody else has brought about more
   */
  boolean runDue(Instant now);
}
