package io.tatemulator.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Creates {@link ConditionalUpdate}s. */
@Component
public final class ConditionalUpdates {
  private final EntityManagerFactory entities;
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;

  ConditionalUpdates(EntityManagerFactory entities, JdbcTemplate jdbc, SqlDialect sql) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.sql = sql;
  }

  /**
   * Creates an update of rows of an entity. The parameters of a row are the values of the assigned
   * attributes, the increments of the added ones, and the values that the compared ones must have.
   *
   * @param entity the entity
   * @param assigned the attributes that get a value
   * @param added the attributes that are increased
   * @param compared the attributes by which the row is found
   */
  public ConditionalUpdate create(
      Class<?> entity, List<String> assigned, List<String> added, List<String> compared) {
    return new ConditionalUpdate(entities, jdbc, sql, entity, assigned, added, compared);
  }
}
