package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Reads and writes all rows of a table, independent of what it is mapped to. */
@Component
public final class TableExport {
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;

  TableExport(JdbcTemplate jdbc, SqlDialect sql) {
    this.jdbc = jdbc;
    this.sql = sql;
  }

  /** Returns the columns of a table. */
  public TableColumns columns(String table) {
    ConnectionCallback<TableColumns> read = connection -> columns(connection, table);
    return Objects.requireNonNull(jdbc.execute(read));
  }

  private TableColumns columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.selectAll(table))) {
      return TableColumns.of(statement.getMetaData());
    }
  }

  /**
   * Reads all rows.
   *
   * @param columns the columns of the table
   * @param consumer receives the values of the columns, one row after the other
   */
  public void read(String table, TableColumns columns, Consumer<@Nullable Object[]> consumer) {
    List<TableColumns.Column> selected = List.copyOf(columns.byName().values());
    RowCallbackHandler handler =
        row -> {
          @Nullable Object[] values = new @Nullable Object[selected.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = value(row, selected.get(i));
          }
          consumer.accept(values);
        };
    jdbc.query(sql.selectAll(table), handler);
  }

  private static @Nullable Object value(ResultSet row, TableColumns.Column column)
      throws SQLException {
    int position = column.position();
    Object value =
        switch (column.kind()) {
          case NUMBER -> row.getLong(position);
          case TRUTH -> row.getBoolean(position);
          case TEXT -> row.getString(position);
          case BYTES -> row.getBytes(position);
        };
    return row.wasNull() ? null : value;
  }

  /**
   * Inserts rows in the running transaction.
   *
   * @param columns the columns of each row, in any order
   */
  public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
    jdbc.batchUpdate(sql.insert(table, columns), rows);
  }
}
