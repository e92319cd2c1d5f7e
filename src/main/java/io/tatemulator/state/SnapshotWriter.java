package io.tatemulator.state;

import io.tatemulator.persistence.TableColumns;
import io.tatemulator.persistence.TableExport;
import io.tatemulator.persistence.Tables;
import io.tatemulator.support.ProgressReports;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the state as one JSON file, row by row, so that memory does not limit its size. */
@Component
final class SnapshotWriter {
  /** The format of the files; readers reject every other number. */
  static final int FORMAT = 2;

  private final TableExport tables;
  private final IdSeed seed;
  private final JsonMapper json = JsonMapper.builder().build();

  SnapshotWriter(TableExport tables, IdSeed seed) {
    this.tables = tables;
    this.seed = seed;
  }

  /**
   * Writes the state.
   *
   * @param reports gets the progress, counted in tables
   */
  void write(OutputStream out, String savedAt, ProgressReports reports) {
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
      for (String table : Tables.ALL) {
        double done = (double) Tables.ALL.indexOf(table) / Tables.ALL.size();
        writeTable(file, table, () -> reports.report(done, null));
      }
      file.writeEndObject();
      file.writeEndObject();
    }
  }

  private void writeTable(JsonGenerator file, String table, Runnable onRow) {
    TableColumns columns = tables.columns(table);
    file.writeName(table);
    file.writeStartObject();
    file.writeName("columns");
    file.writeStartArray();
    columns.names().forEach(file::writeString);
    file.writeEndArray();
    file.writeName("rows");
    file.writeStartArray();
    tables.read(
        table,
        columns,
        row -> {
          onRow.run();
          writeRow(file, row);
        });
    file.writeEndArray();
    file.writeEndObject();
  }

  private static void writeRow(JsonGenerator file, @Nullable Object[] row) {
    file.writeStartArray();
    for (Object value : row) {
      writeValue(file, value);
    }
    file.writeEndArray();
  }

  private static void writeValue(JsonGenerator file, @Nullable Object value) {
    if (value == null) {
      file.writeNull();
    } else if (value instanceof Long number) {
      file.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      file.writeBoolean(truth);
    } else if (value instanceof byte[] bytes) {
      file.writeBinary(bytes);
    } else {
      file.writeString(value.toString());
    }
  }
}
