package io.tatemulator.state;

import io.tatemulator.persistence.EnumColumns;
import io.tatemulator.persistence.TableColumns;
import io.tatemulator.persistence.TableExport;
import io.tatemulator.persistence.Tables;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files that {@link SnapshotWriter} writes, row by row. */
@Component
final class SnapshotReader {
  /** Receives the rows. */
  interface Rows {
    /** Receives some of a table's rows; each has as many values as there are columns. */
    void take(String table, List<String> columns, List<@Nullable Object[]> rows);
  }

  private static final int BATCH = 1_000;

  /** Columns with the numbers that identifiers are made from. */
  private static final Set<String> ID_COLUMNS =
      Set.of("id", "number", "command_number", "invoker_number", "invocation_id");

  /** Columns that may hold any number that a user has set. */
  private static final Set<String> UNBOUNDED_COLUMNS = Set.of("seed", "exit_code");

  /** Columns that older versions did not have; without them, they are null. */
  private static final Set<String> ADDED_COLUMNS =
      Set.of("executor", "exec", "cos_error", "agent_version", "last_heartbeat_at");

  /** Exceeds all times and sizes, and leaves room for counters below the maximum of a column. */
  private static final long MAX_NUMBER = 1_000_000_000_000_000L;

  private final TableExport tables;
  private final EnumColumns enums;
  private final JsonMapper json = JsonMapper.builder().build();

  SnapshotReader(TableExport tables, EnumColumns enums) {
    this.tables = tables;
    this.enums = enums;
  }

  /**
   * Reads a file from its beginning to its end.
   *
   * @param before runs after the head has been read and returns the receiver of the rows
   * @throws SnapshotFormatException when it is no snapshot; the receiver may have some rows by then
   */
  SequencePositions read(InputStream in, Function<SequencePositions, Rows> before) {
    try (JsonParser file = json.createParser(in)) {
      require(
          file.nextToken() == JsonToken.START_OBJECT,
          "the file is not a snapshot: expected a JSON object");
      name(file, "format");
      require(
          file.nextToken() == JsonToken.VALUE_NUMBER_INT
              && file.getLongValue() == SnapshotWriter.FORMAT,
          "invalid value for `format`: expected " + SnapshotWriter.FORMAT);
      name(file, "savedAt");
      require(
          file.nextToken() == JsonToken.VALUE_STRING && isTime(file.getString()),
          "invalid value for `savedAt`: expected a time such as 2021-08-31T15:59:00Z");
      SequencePositions positions = positions(file);
      Rows rows = before.apply(positions);
      name(file, "tables");
      start(file, JsonToken.START_OBJECT, "tables");
      Tables.ALL.forEach(table -> table(file, table, rows));
      require(file.nextToken() == JsonToken.END_OBJECT, "unexpected table after the last one");
      require(file.nextToken() == JsonToken.END_OBJECT, "unexpected member after `tables`");
      return positions;
    } catch (JacksonException e) {
      throw new SnapshotFormatException(
          "invalid JSON or an invalid value in line " + e.getLocation().getLineNr());
    }
  }

  private static SequencePositions positions(JsonParser file) {
    name(file, "sequences");
    start(file, JsonToken.START_OBJECT, "sequences");
    long ids = position(file, "ids");
    long requests = position(file, "requests");
    require(
        file.nextToken() == JsonToken.END_OBJECT,
        "unexpected member in `sequences` after `requests`");
    return new SequencePositions(ids, requests);
  }

  private static long position(JsonParser file, String sequence) {
    name(file, sequence);
    require(
        file.nextToken() == JsonToken.VALUE_NUMBER_INT && isValidId(file.getLongValue()),
        "invalid value for `sequences." + sequence + "`: expected 1 to " + IdSeed.LAST);
    return file.getLongValue();
  }

  private void table(JsonParser file, String table, Rows rows) {
    TableColumns expected = tables.columns(table);
    name(file, table);
    start(file, JsonToken.START_OBJECT, table);
    name(file, "columns");
    start(file, JsonToken.START_ARRAY, table + ".columns");
    List<String> columns = new ArrayList<>();
    while (file.nextToken() == JsonToken.VALUE_STRING) {
      columns.add(file.getString());
    }
    List<String> missing = new ArrayList<>(expected.names());
    columns.forEach(missing::remove);
    require(
        columns.size() + missing.size() == expected.names().size()
            && ADDED_COLUMNS.containsAll(missing),
        "invalid columns of " + table + ": expected " + expected.names());
    List<TableColumns.Kind> kinds = columns.stream().map(expected::kind).toList();
    UnaryOperator<@Nullable Object[]> completed = BegunTasks.completion(table, columns, missing);
    List<String> written = BegunTasks.completed(table, columns, missing);
    Map<String, Set<String>> enumValues = enums.of(table);
    name(file, "rows");
    start(file, JsonToken.START_ARRAY, table + ".rows");
    List<@Nullable Object[]> batch = new ArrayList<>();
    while (file.nextToken() == JsonToken.START_ARRAY) {
      @Nullable Object[] row = row(file, table, columns, kinds);
      checkEnumValues(table, columns, row, enumValues);
      batch.add(completed.apply(row));
      if (batch.size() == BATCH) {
        rows.take(table, written, batch);
        batch.clear();
      }
    }
    rows.take(table, written, batch);
    require(
        file.currentToken() == JsonToken.END_ARRAY && file.nextToken() == JsonToken.END_OBJECT,
        "unexpected member or value in " + table + " after columns and rows");
  }

  private static @Nullable Object[] row(
      JsonParser file, String table, List<String> columns, List<TableColumns.Kind> kinds) {
    @Nullable Object[] values = new @Nullable Object[kinds.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(file, kinds.get(i), table);
      if (values[i] instanceof Long number) {
        requireInRange(table, columns.get(i), number);
      }
    }
    require(file.nextToken() == JsonToken.END_ARRAY, "a row of " + table + " has too many values");
    return values;
  }

  private static void requireInRange(String table, String column, long number) {
    boolean inRange =
        ID_COLUMNS.contains(column)
            ? isValidId(number)
            : UNBOUNDED_COLUMNS.contains(column) || (number >= -MAX_NUMBER && number <= MAX_NUMBER);
    if (!inRange) {
      throw new SnapshotFormatException(
          String.format(
              Locale.ROOT,
              "invalid value for `%s.%s`: expected %s, got %d",
              table,
              column,
              ID_COLUMNS.contains(column)
                  ? "1 to " + IdSeed.LAST
                  : "-" + MAX_NUMBER + " to " + MAX_NUMBER,
              number));
    }
  }

  private static void checkEnumValues(
      String table,
      List<String> columns,
      @Nullable Object[] row,
      Map<String, Set<String>> enumValues) {
    for (int i = 0; i < row.length; i++) {
      Set<String> allowed = enumValues.get(columns.get(i));
      if (allowed != null && row[i] != null && !allowed.contains(row[i])) {
        throw new SnapshotFormatException(
            String.format(
                Locale.ROOT,
                "invalid value for `%s.%s`: expected one of %s",
                table,
                columns.get(i),
                String.join(", ", allowed)));
      }
    }
  }

  private static @Nullable Object value(JsonParser file, TableColumns.Kind kind, String table) {
    JsonToken token = file.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean hasKind =
        switch (kind) {
          case NUMBER -> token == JsonToken.VALUE_NUMBER_INT;
          case TRUTH -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
          case TEXT, BYTES -> token == JsonToken.VALUE_STRING;
        };
    require(hasKind, "a row of " + table + " has too few values or a value of the wrong type");
    return switch (kind) {
      case NUMBER -> file.getLongValue();
      case TRUTH -> file.getBooleanValue();
      case TEXT -> text(file, table);
      case BYTES -> file.getBinaryValue();
    };
  }

  /** No text of PostgreSQL can have U+0000, and each storage loads what another has saved. */
  private static String text(JsonParser file, String table) {
    String text = file.getString();
    require(text.indexOf('\0') < 0, "a text of a row of " + table + " has U+0000");
    return text;
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isValidId(long number) {
    return number > 0 && number <= IdSeed.LAST;
  }

  private static void name(JsonParser file, String name) {
    require(
        file.nextToken() == JsonToken.PROPERTY_NAME && file.getString().equals(name),
        "expected the member `" + name + "`, which is missing or misplaced");
  }

  private static void start(JsonParser file, JsonToken token, String member) {
    String expected = token == JsonToken.START_OBJECT ? "an object" : "an array";
    require(file.nextToken() == token, "invalid value for `" + member + "`: expected " + expected);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new SnapshotFormatException(message);
    }
  }
}
