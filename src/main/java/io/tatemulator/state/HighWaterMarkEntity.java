package io.tatemulator.state;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The high-water mark of ids without a seed; its table has at most one row. */
@Entity
@Table(name = "id_mark")
class HighWaterMarkEntity {
  /** The id of the only row. */
  static final int ID = 1;

  @Id private int singleton;
  private long next;

  /** For Hibernate. */
  protected HighWaterMarkEntity() {}

  HighWaterMarkEntity(long next) {
    this.singleton = ID;
    this.next = next;
  }

  long next() {
    return next;
  }
}
