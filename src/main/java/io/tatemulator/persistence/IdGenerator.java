package io.tatemulator.persistence;

import org.springframework.stereotype.Component;

/** Generates the ids of all rows, unique across all tables. */
@Component
public final class IdGenerator {
  private final SequenceBlock ids;

  IdGenerator(Sequences sequences) {
    this.ids = sequences.open("emulator_id");
  }

  /** Returns an id that no other row has or will have. */
  public long next() {
    return ids.next();
  }

  /** Returns the id that {@link #next} returns next. */
  public long peek() {
    return ids.peek();
  }

  /** Continues with ids that the database returns next. */
  public void discard() {
    ids.discard();
  }

  /** Restarts the sequence with an id, regardless of those already returned. */
  public void restartWith(long id) {
    ids.restartWith(id);
  }
}
