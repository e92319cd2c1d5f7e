package io.tatemulator.time;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the state of the clock in the database, with the rest of the state. */
@Component
public final class ClockStore {
  /** The creation time of everything in the initial state: the day of the API's version. */
  public static final Instant BUILT_IN_CREATED_AT = Instant.parse("2020-10-28T00:00:00Z");

  private final EntityManager entities;
  private final TransactionOperations transaction;

  ClockStore(EntityManager entities, TransactionOperations transaction) {
    this.entities = entities;
    this.transaction = transaction;
  }

  /** Returns the stored state; {@link ClockState#REAL} when none is stored. */
  public ClockState load() {
    return Optional.ofNullable(entities.find(ClockEntity.class, ClockEntity.ID))
        .map(ClockEntity::state)
        .orElse(ClockState.REAL);
  }

  /** Stores a state. */
  public void save(ClockState state) {
    transaction.executeWithoutResult(status -> entities.merge(new ClockEntity(state)));
  }
}
