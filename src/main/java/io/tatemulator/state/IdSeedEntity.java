package io.tatemulator.state;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The seed of identifiers; its table has one row if there is a seed, and none otherwise. */
@Entity
@Table(name = "id_seed")
class IdSeedEntity {
  /** The id of the only row. */
  static final int ID = 1;

  @Id private int singleton;
  private long seed;

  /** For Hibernate. */
  protected IdSeedEntity() {}

  IdSeedEntity(long seed) {
    this.singleton = ID;
    this.seed = seed;
  }

  long seed() {
    return seed;
  }
}
