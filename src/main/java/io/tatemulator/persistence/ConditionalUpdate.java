package io.tatemulator.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Updates many rows in one batch, each only if it still has the values with which it was read, and
 * returns those that had. A query would update all of them to one set of values, and a batch of
 * entities would fail as a whole if one of them had changed. The text of the statement is made from
 * the mapping of the entity.
 */
public final class ConditionalUpdate {
  /**
   * A change of a column.
   *
   * @param attribute the attribute that the column stores
   * @param expression its new value, a format of the column and the parameter
   */
  record Change(String attribute, String expression) {
    String text(String column) {
      return column + " = " + String.format(Locale.ROOT, expression, column, "?");
    }
  }

  /** The text of a statement and the types of its parameters. */
  private record Statement(String text, List<JdbcMapping> types, WrapperOptions options) {}

  /** Sets the parameters of the statement for one row after the other. */
  private record Setter<T>(
      Statement statement, List<T> rows, Function<T, @Nullable Object[]> parameters)
      implements BatchPreparedStatementSetter {
    @Override
    public int getBatchSize() {
      return rows.size();
    }

    @Override
    public void setValues(PreparedStatement prepared, int row) throws SQLException {
      @Nullable Object[] values = parameters.apply(rows.get(row));
      for (int i = 0; i < values.length; i++) {
        bind(statement.types().get(i), values[i], prepared, i + 1);
      }
    }

    @SuppressWarnings("unchecked")
    private void bind(
        JdbcMapping type, @Nullable Object value, PreparedStatement prepared, int position)
        throws SQLException {
      ValueBinder<Object> binder = type.getJdbcValueBinder();
      binder.bind(prepared, type.convertToRelationalValue(value), position, statement.options());
    }
  }

  private final EntityManagerFactory entities;
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;
  private final Class<?> entity;
  private final List<Change> changes;
  private final List<String> compared;
  private volatile @Nullable Statement statement;

  ConditionalUpdate(
      EntityManagerFactory entities,
      JdbcTemplate jdbc,
      SqlDialect sql,
      Class<?> entity,
      List<Change> changes,
      List<String> compared) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.sql = sql;
    this.entity = entity;
    this.changes = changes;
    this.compared = compared;
  }

  /**
   * Updates rows in the running transaction.
   *
   * @param rows something to update for each row
   * @param parameters the values of a row, as the attributes have them
   * @return those of the rows that had the expected values
   */
  public <T> List<T> run(List<T> rows, Function<T, @Nullable Object[]> parameters) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Statement prepared = statement();
    int[] counts = jdbc.batchUpdate(prepared.text(), new Setter<>(prepared, rows, parameters));
    List<T> updated = new ArrayList<>(rows.size());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        updated.add(rows.get(i));
      }
    }
    return updated;
  }

  /** The mapping is read at the first use, since it is not known when components are created. */
  private Statement statement() {
    Statement prepared = statement;
    if (prepared == null) {
      prepared = prepare();
      statement = prepared;
    }
    return prepared;
  }

  private Statement prepare() {
    SessionFactoryImplementor factory = entities.unwrap(SessionFactoryImplementor.class);
    EntityPersister persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
    String assignments =
        changes.stream()
            .map(change -> change.text(column(persister, change.attribute())))
            .collect(Collectors.joining(", "));
    String condition =
        compared.stream()
            .map(name -> column(persister, name) + " = ?")
            .collect(Collectors.joining(" and "));
    return new Statement(
        sql.update(persister.getMappedTableDetails().getTableName(), assignments, condition),
        Stream.concat(changes.stream().map(Change::attribute), compared.stream())
            .map(name -> mapping(persister, name).getJdbcMapping())
            .toList(),
        factory.getWrapperOptions());
  }

  private static String column(EntityPersister persister, String attribute) {
    return mapping(persister, attribute).getSelectionExpression();
  }

  private static SelectableMapping mapping(EntityPersister persister, String attribute) {
    return (SelectableMapping) persister.findByPath(attribute);
  }
}
