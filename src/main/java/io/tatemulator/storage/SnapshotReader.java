package io.tatemulator.storage;

import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files that {@link SnapshotWriter} writes, row by row. */
@Component
final class SnapshotReader {
  /** What becomes of the rows. */
  interface Rows {
    /** A part of a table's rows; each has as many values as there are columns. */
    void take(String table, List<String> columns, List<@Nullable Object[]> rows);
  }

  private static final int BATCH = 1_000;

  /** Columns of what identifiers are made from. */
  private static final Set<String> NUMBERS =
      Set.of("id", "number", "command_number", "invoker_number", "invocation_id");

  /** Columns in which users may have had any number written. */
  private static final Set<String> ANY_NUMBER = Set.of("seed", "exit_code");

  /** Beyond all times and sizes, and far from where counting on leads out of a column. */
  private static final long MAX_NUMBER = 1_000_000_000_000_000L;

  private final JdbcTemplate jdbc;
  private final EnumColumns enums;
  private final JsonMapper json = JsonMapper.builder().build();

  SnapshotReader(JdbcTemplate jdbc, EnumColumns enums) {
    this.jdbc = jdbc;
    this.enums = enums;
  }

  /**
   * Reads a file from its beginning to its end.
   *
   * @param before what happens once the head has been read
   * @throws SnapshotFormatException when it is no snapshot; some rows may have been taken by then
   */
  SequencePositions read(InputStream in, Function<SequencePositions, Rows> before) {
    try (JsonParser file = json.createParser(in)) {
      require(file.nextToken() == JsonToken.START_OBJECT, "a snapshot is a JSON object");
      name(file, "format");
      require(
          file.nextToken() == JsonToken.VALUE_NUMBER_INT
              && file.getLongValue() == SnapshotWriter.FORMAT,
          "format is not " + SnapshotWriter.FORMAT);
      name(file, "savedAt");
      require(
          file.nextToken() == JsonToken.VALUE_STRING && isTime(file.getString()),
          "savedAt is a time such as 2021-08-31T15:59:00Z");
      SequencePositions positions = positions(file);
      Rows rows = before.apply(positions);
      name(file, "tables");
      start(file, JsonToken.START_OBJECT, "tables");
      Tables.ALL.forEach(table -> table(file, table, rows));
      require(file.nextToken() == JsonToken.END_OBJECT, "there are tables too many");
      require(file.nextToken() == JsonToken.END_OBJECT, "something follows the tables");
      return positions;
    } catch (JacksonException e) {
      throw new SnapshotFormatException(
          "the file is not the JSON that it should be in line " + e.getLocation().getLineNr());
    }
  }

  private static SequencePositions positions(JsonParser file) {
    name(file, "sequences");
    start(file, JsonToken.START_OBJECT, "sequences");
    long ids = position(file, "ids");
    long requests = position(file, "requests");
    require(file.nextToken() == JsonToken.END_OBJECT, "sequences are ids and requests");
    return new SequencePositions(ids, requests);
  }

  private static long position(JsonParser file, String sequence) {
    name(file, sequence);
    require(
        file.nextToken() == JsonToken.VALUE_NUMBER_INT && isNumber(file.getLongValue()),
        "sequences." + sequence + " is from 1 to " + Seed.LAST);
    return file.getLongValue();
  }

  private void table(JsonParser file, String table, Rows rows) {
    TableColumns known = TableColumns.of(jdbc, table);
    name(file, table);
    start(file, JsonToken.START_OBJECT, table);
    name(file, "columns");
    start(file, JsonToken.START_ARRAY, table + ".columns");
    List<String> columns = new ArrayList<>();
    while (file.nextToken() == JsonToken.VALUE_STRING) {
      columns.add(file.getString());
    }
    require(
        columns.size() == known.names().size() && known.names().containsAll(columns),
        table + " has the columns " + known.names());
    List<TableColumns.Kind> kinds = columns.stream().map(known::kind).toList();
    Map<String, Set<String>> words = enums.of(table);
    name(file, "rows");
    start(file, JsonToken.START_ARRAY, table + ".rows");
    List<@Nullable Object[]> batch = new ArrayList<>();
    while (file.nextToken() == JsonToken.START_ARRAY) {
      @Nullable Object[] row = row(file, table, columns, kinds);
      checkWords(table, columns, row, words);
      batch.add(row);
      if (batch.size() == BATCH) {
        rows.take(table, columns, batch);
        batch.clear();
      }
    }
    rows.take(table, columns, batch);
    require(
        file.currentToken() == JsonToken.END_ARRAY && file.nextToken() == JsonToken.END_OBJECT,
        table + " has columns and rows");
  }

  private static @Nullable Object[] row(
      JsonParser file, String table, List<String> columns, List<TableColumns.Kind> kinds) {
    @Nullable Object[] values = new @Nullable Object[kinds.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(file, kinds.get(i), table);
      if (values[i] instanceof Long number) {
        require(
            mayHold(columns.get(i), number),
            "a row of " + table + " has a number that no row can have");
      }
    }
    require(file.nextToken() == JsonToken.END_ARRAY, "a row of " + table + " is too long");
    return values;
  }

  private static boolean mayHold(String column, long number) {
    return NUMBERS.contains(column)
        ? isNumber(number)
        : ANY_NUMBER.contains(column) || (number >= -MAX_NUMBER && number <= MAX_NUMBER);
  }

  private static void checkWords(
      String table, List<String> columns, @Nullable Object[] row, Map<String, Set<String>> words) {
    for (int i = 0; i < row.length; i++) {
      Set<String> known = words.get(columns.get(i));
      if (known != null && row[i] != null && !known.contains(row[i])) {
        throw new SnapshotFormatException(
            String.format(
                Locale.ROOT,
                "%s.%s is one of %s",
                table,
                columns.get(i),
                String.join(", ", known)));
      }
    }
  }

  private static @Nullable Object value(JsonParser file, TableColumns.Kind kind, String table) {
    JsonToken token = file.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean fits =
        switch (kind) {
          case NUMBER -> token == JsonToken.VALUE_NUMBER_INT;
          case TRUTH -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
          case TEXT, BYTES -> token == JsonToken.VALUE_STRING;
        };
    require(fits, "a row of " + table + " is too short, or has a value of another kind");
    return switch (kind) {
      case NUMBER -> file.getLongValue();
      case TRUTH -> file.getBooleanValue();
      case TEXT -> file.getString();
      case BYTES -> file.getBinaryValue();
    };
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isNumber(long number) {
    return number > 0 && number <= Seed.LAST;
  }

  private static void name(JsonParser file, String name) {
    require(
        file.nextToken() == JsonToken.PROPERTY_NAME && file.getString().equals(name),
        "the member " + name + " is not where it should be");
  }

  private static void start(JsonParser file, JsonToken token, String what) {
    require(file.nextToken() == token, what + " is not what it should be");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new SnapshotFormatException(otherwise);
    }
  }
}
