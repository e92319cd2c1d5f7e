package io.tatemulator.storage;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * Writes many rows at once in the running transaction, without the bookkeeping of a persistence
 * context. The entities' mapping is the only description of the rows.
 */
@Component
public class BulkWriter {
  private static final int BATCH_SIZE = 100;

  private final EntityManager entities;

  BulkWriter(EntityManager entities) {
    this.entities = entities;
  }

  /** Inserts entities of one type, in their order. */
  public void insert(List<?> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (StatelessSession session =
        entities.unwrap(Session.class).statelessWithOptions().connection().open()) {
      session.setJdbcBatchSize(Math.min(rows.size(), BATCH_SIZE));
      session.insertMultiple(rows);
    }
  }
}
