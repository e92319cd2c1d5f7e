package io.tatemulator.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that {@link DatabaseHealth} writes. */
@Entity
@Table(name = "write_probe")
class WriteProbeEntity {
  /** The id of the only row. */
  static final int ID = 1;

  @Id private int singleton;

  @SuppressWarnings("UnusedVariable")
  private long attempts;

  /** Changes the row, so that it is written. */
  void count() {
    attempts++;
  }
}
