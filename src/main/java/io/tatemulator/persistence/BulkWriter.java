package io.tatemulator.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.springframework.stereotype.Component;

/**
 * Writes many rows at once in the running transaction, without the bookkeeping of a persistence
 * context. The entities' mapping is the only description of the rows. Its failures become those of
 * the transaction, which translates them.
 */
@Component
public class BulkWriter {
  private final EntityManager entities;

  BulkWriter(EntityManager entities) {
    this.entities = entities;
  }

  /** Inserts entities of one type, in their order. */
  public void insert(List<?> rows) {
    if (!rows.isEmpty()) {
      run(session -> session.insertMultiple(rows));
    }
  }

  /** Inserts an entity, or updates the row with its id. */
  public void upsert(Object row) {
    run(session -> session.upsert(row));
  }

  private void run(Consumer<StatelessSession> work) {
    try (StatelessSession session =
        entities.unwrap(Session.class).statelessWithOptions().connection().open()) {
      work.accept(session);
      // The session shares the batch of the transaction's, which would execute it later.
      ((SharedSessionContractImplementor) session).getJdbcCoordinator().executeBatch();
    }
  }
}
