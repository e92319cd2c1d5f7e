package io.tatemulator.state;

import jakarta.persistence.EntityManager;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores an id that exceeds all ids that were returned without a seed. Not part of a snapshot, so a
 * load does not lower it.
 */
@Component
final class HighWaterMark {
  private final EntityManager entities;
  private final TransactionOperations transaction;

  HighWaterMark(EntityManager entities, TransactionOperations transaction) {
    this.entities = entities;
    this.transaction = transaction;
  }

  /** Returns the mark; empty before the first {@link #raise}. */
  OptionalLong get() {
    HighWaterMarkEntity mark = entities.find(HighWaterMarkEntity.class, HighWaterMarkEntity.ID);
    return mark == null ? OptionalLong.empty() : OptionalLong.of(mark.next());
  }

  /** Raises the mark to an id unless it is higher. */
  void raise(long id) {
    transaction.executeWithoutResult(
        status -> entities.merge(new HighWaterMarkEntity(get().stream().reduce(id, Math::max))));
  }
}
