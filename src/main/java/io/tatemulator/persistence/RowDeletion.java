package io.tatemulator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes the rows of a table with those of the collections that belong to them. */
@Component
public final class RowDeletion {
  private final EntityManager entities;
  private final EntityNames names;
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;

  RowDeletion(EntityManager entities, EntityNames names, JdbcTemplate jdbc, SqlDialect sql) {
    this.entities = entities;
    this.names = names;
    this.jdbc = jdbc;
    this.sql = sql;
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

  /** Removes all rows at once, outside of any transaction. */
  public void truncate(String table) {
    jdbc.execute(sql.truncate(table));
  }
}
