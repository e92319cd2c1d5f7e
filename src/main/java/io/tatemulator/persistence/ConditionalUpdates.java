package io.tatemulator.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Begins to create an update of rows of an entity. */
  public Builder of(Class<?> entity) {
    return new Builder(entity);
  }

  /**
   * Collects what an update does. Each attribute that is named, by a path such as {@code key.kind},
   * becomes a parameter, in the order in which they are named.
   */
  public final class Builder {
    private final Class<?> entity;
    private final List<ConditionalUpdate.Change> changes = new ArrayList<>();

    private Builder(Class<?> entity) {
      this.entity = entity;
    }

    /** Gives attributes a value. */
    public Builder assign(String... attributes) {
      return with("%2$s", attributes);
    }

    /** Adds a number to attributes. */
    public Builder add(String... attributes) {
      return with("%1$s + %2$s", attributes);
    }

    /** Gives attributes a value if it is greater than theirs. */
    public Builder raise(String... attributes) {
      return with("greatest(%1$s, %2$s)", attributes);
    }

    /** Returns the update of the rows whose attributes have certain values. */
    public ConditionalUpdate where(String... attributes) {
      return new ConditionalUpdate(
          entities, jdbc, sql, entity, List.copyOf(changes), List.of(attributes));
    }

    private Builder with(String expression, String... attributes) {
      Arrays.stream(attributes)
          .map(attribute -> new ConditionalUpdate.Change(attribute, expression))
          .forEach(changes::add);
      return this;
    }
  }
}
