package io.tatemulator.storage;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the state as one JSON file, row by row, so that memory does not limit its size. */
@Component
final class SnapshotWriter {
  /** The format of the files; readers reject every other number. */
  static final int FORMAT = 2;

  private final JdbcTemplate jdbc;
  private final IdSeed seed;
  private final JsonMapper json = JsonMapper.builder().build();

  SnapshotWriter(JdbcTemplate jdbc, IdSeed seed) {
    this.jdbc = jdbc;
    this.seed = seed;
  }

  void write(OutputStream out, String savedAt) {
    try (JsonGenerator file = json.createGenerator(out)) {
      SequencePositions positions = seed.positions();
      file.writeStartObject();
      file.writeNumberProperty("format", FORMAT);
      file.writeStringProperty("savedAt", savedAt);
      file.writeName("sequences");
      file.writeStartObject();
      file.writeNumberProperty("ids", positions.ids());
      file.writeNumberProperty("requests", positions.requests());
      file.writeEndObject();
      file.writeName("tables");
      file.writeStartObject();
      Tables.ALL.forEach(table -> writeTable(file, table));
      file.writeEndObject();
      file.writeEndObject();
    }
  }

  private void writeTable(JsonGenerator file, String table) {
    TableColumns columns = TableColumns.of(jdbc, table);
    List<Map.Entry<String, TableColumns.Kind>> kinds = List.copyOf(columns.kinds().entrySet());
    file.writeName(table);
    file.writeStartObject();
    file.writeName("columns");
    file.writeStartArray();
    columns.names().forEach(file::writeString);
    file.writeEndArray();
    file.writeName("rows");
    file.writeStartArray();
    RowCallbackHandler row =
        result -> {
          file.writeStartArray();
          for (int i = 0; i < kinds.size(); i++) {
            writeValue(file, kinds.get(i).getValue(), result, i + 1);
          }
          file.writeEndArray();
        };
    jdbc.query(
        String.format(
            Locale.ROOT,
            "select %s from %s order by %s",
            String.join(", ", columns.names()),
            table,
            kinds.size() == 1 ? "1" : "1, 2"),
        row);
    file.writeEndArray();
    file.writeEndObject();
  }

  private static void writeValue(
      JsonGenerator file, TableColumns.Kind kind, ResultSet row, int column) throws SQLException {
    if (row.getObject(column) == null) {
      file.writeNull();
      return;
    }
    switch (kind) {
      case NUMBER -> file.writeNumber(row.getLong(column));
      case TRUTH -> file.writeBoolean(row.getBoolean(column));
      case TEXT -> file.writeString(row.getString(column));
      case BYTES -> file.writeBinary(row.getBytes(column));
    }
  }
}
