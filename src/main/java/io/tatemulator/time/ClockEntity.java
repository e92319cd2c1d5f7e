package io.tatemulator.time;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** The stored state of the clock; its table has at most one row. */
@Entity
@Table(name = "emulator_clock")
class ClockEntity {
  /** The id of the only row. */
  static final int ID = 1;

  @Id private int singleton;

  @Enumerated(EnumType.STRING)
  private ClockMode mode;

  private long offsetMs;
  private Instant standsAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ClockEntity() {}

  ClockEntity(ClockState state) {
    this.singleton = ID;
    this.mode = state.mode();
    this.offsetMs = state.offset().toMillis();
    this.standsAt = state.at();
  }

  ClockState state() {
    return new ClockState(mode, Duration.ofMillis(offsetMs), standsAt);
  }
}
