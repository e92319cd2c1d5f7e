package io.tatemulator.state;

import io.tatemulator.persistence.EntityNames;
import io.tatemulator.persistence.Tables;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** Finds the ids that rows have. */
@Component
final class UsedIds {
  private final EntityManager entities;
  private final EntityNames names;

  UsedIds(EntityManager entities, EntityNames names) {
    this.entities = entities;
    this.names = names;
  }

  /**
   * Returns whether a row of any table has an id of a range.
   *
   * @param first the lowest id of the range
   * @param count the size of the range
   */
  boolean anyWithin(long first, long count) {
    return Tables.NUMBERED.stream().anyMatch(table -> anyWithin(table, first, count));
  }

  private boolean anyWithin(String table, long first, long count) {
    return !entities
        .createQuery(
            "select 1 from " + names.entity(table) + " e where e.id >= ?1 and e.id < ?2",
            Integer.class)
        .setParameter(1, first)
        .setParameter(2, first + count)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
