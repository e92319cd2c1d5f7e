package io.tatemulator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the rows of a table with those of the collections that belong to them. */
@Component
public final class RowDeletion {
  private final EntityManager entities;
  private final EntityNames names;
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;
  private final TransactionOperations transaction;

  RowDeletion(
      EntityManager entities,
      EntityNames names,
      JdbcTemplate jdbc,
      SqlDialect sql,
      TransactionOperations transaction) {
    this.entities = entities;
    this.names = names;
    this.jdbc = jdbc;
    this.sql = sql;
    this.transaction = transaction;
  }

  /** Deletes all rows in the running transaction. */
  public void deleteAll(String table) {
    delete(entities.createQuery("delete from " + names.entity(table)));
  }

  /** Deletes the rows that have a value in a column, in the running transaction. */
  public void deleteAll(String table, String column, Object value) {
    delete(
        entities
            .createQuery(
                "delete from "
                    + names.entity(table)
                    + " e where e."
                    + names.attribute(table, column)
                    + " = ?1")
            .setParameter(1, value));
  }

  private void delete(Query query) {
    entities.flush();
    query.executeUpdate();
    // Otherwise the transaction would still find entities that it read before.
    entities.clear();
  }

  /** Removes all rows at once. For {@link #runTruncating}, and outside of other transactions. */
  public void truncate(String table) {
    jdbc.execute(sql.truncate(table));
  }

  /** Runs a job that truncates tables: as one transaction, if truncations can be part of it. */
  public void runTruncating(Runnable job) {
    if (sql.truncatesInTransactions()) {
      transaction.executeWithoutResult(status -> job.run());
    } else {
      job.run();
    }
  }
}
