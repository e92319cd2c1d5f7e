package io.tatemulator.persistence;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The columns of a table that a snapshot holds.
 *
 * @param byName the columns by their names in lower case, in the order of the table
 */
public record TableColumns(Map<String, Column> byName) {
  /**
   * A column.
   *
   * @param position its 1-based position among all columns of the table
   * @param kind the kind of its values
   */
  public record Column(int position, Kind kind) {}

  /** The kind of value in a column, independent of the SQL type of the database. */
  public enum Kind {
    NUMBER,
    TRUTH,
    TEXT,
    BYTES
  }

  /** The key of a table with at most one row, which has a default and no meaning. */
  private static final String CONSTANT_KEY = "singleton";

  static TableColumns of(ResultSetMetaData columns) throws SQLException {
    Map<String, Column> byName = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      if (!name.equals(CONSTANT_KEY)) {
        byName.put(name, new Column(i, kind(columns.getColumnType(i))));
      }
    }
    return new TableColumns(byName);
  }

  /** Returns the names in the order of the table. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Returns the kind of a column. */
  public Kind kind(String name) {
    return Objects.requireNonNull(byName.get(name)).kind();
  }

  private static Kind kind(int sqlType) {
    return switch (sqlType) {
      case Types.BIGINT, Types.INTEGER -> Kind.NUMBER;
      case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
      case Types.VARCHAR -> Kind.TEXT;
      case Types.VARBINARY, Types.BINARY -> Kind.BYTES;
      default -> throw new IllegalStateException("unsupported SQL type of a column: " + sqlType);
    };
  }
}
