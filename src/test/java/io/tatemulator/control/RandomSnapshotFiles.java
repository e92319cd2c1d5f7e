package io.tatemulator.control;

import io.tatemulator.testing.Chance;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files of snapshots: such as have been exported, and such with one thing wrong. */
final class RandomSnapshotFiles {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<JsonNode> NUMBERS =
      List.of(
          NODES.numberNode(0),
          NODES.numberNode(1),
          NODES.numberNode(-1),
          NODES.numberNode(7),
          NODES.numberNode(2_800_000_000_000L),
          NODES.numberNode(253_402_300_799_999L),
          NODES.numberNode(253_402_300_800_000L),
          NODES.numberNode(Integer.MAX_VALUE + 1L),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(Long.MIN_VALUE));

  private static final List<String> TEXTS =
      List.of(
          "", "x", "null", "[]", "{", "{\"a\": \"1\"}", "* * * * *", "61 * * * *", "cmd-x", "=");

  private final Chance chance;
  private final RandomValues values;

  RandomSnapshotFiles(Chance chance, RandomValues values) {
    this.chance = chance;
    this.values = values;
  }

  /** Returns the file as it is once in three times, and else with something wrong. */
  String of(String exported) {
    return switch (chance.below(12)) {
      case 0, 1, 2, 3 -> exported;
      case 4 -> exported.substring(0, chance.below(exported.length()));
      case 5 -> chance.damagedOnce(exported);
      default -> changed((ObjectNode) JSON.readTree(exported)).toString();
    };
  }

  private ObjectNode changed(ObjectNode file) {
    ObjectNode tables = (ObjectNode) file.path("tables");
    Map.Entry<String, JsonNode> entry = chance.of(tables.propertyStream().toList());
    ObjectNode table = (ObjectNode) entry.getValue();
    switch (chance.below(10)) {
      case 0 -> tables.remove(entry.getKey());
      case 1 -> tables.set(chance.one(2) ? "nonsense" : entry.getKey(), values.anything());
      case 2 -> table.set(chance.one(2) ? "columns" : "rows", values.anything());
      case 3 -> changeColumns((ArrayNode) table.path("columns"));
      case 4 -> changeHead(file);
      default -> {
        List<JsonNode> tablesWithRows = withRows(tables);
        // Files that are changed again and again may have lost all rows.
        if (tablesWithRows.isEmpty()) {
          changeHead(file);
        } else {
          changeRow(chance.of(tablesWithRows));
        }
      }
    }
    return file;
  }

  private void changeHead(ObjectNode file) {
    ObjectNode sequences = (ObjectNode) file.path("sequences");
    switch (chance.below(4)) {
      case 0 -> file.set("format", values.anything());
      case 1 -> file.set("savedAt", values.anything());
      case 2 -> sequences.set("ids", chance.of(NUMBERS));
      default -> sequences.set("requests", chance.of(NUMBERS));
    }
  }

  private void changeColumns(ArrayNode columns) {
    int place = chance.below(columns.size());
    switch (chance.below(3)) {
      case 0 -> columns.remove(place);
      case 1 -> columns.set(place, columns.get(chance.below(columns.size())));
      default -> columns.set(place, values.odd());
    }
  }

  /** Files that are exported have at least the row of the clock. */
  private static List<JsonNode> withRows(ObjectNode tables) {
    return tables.valueStream().filter(table -> !table.path("rows").isEmpty()).toList();
  }

  private void changeRow(JsonNode table) {
    ArrayNode rows = (ArrayNode) table.path("rows");
    int number = chance.below(rows.size());
    ArrayNode row = (ArrayNode) rows.get(number);
    int place = chance.below(row.size());
    switch (chance.below(12)) {
      case 0 -> rows.remove(number);
      case 1 -> rows.add(row.deepCopy());
      case 2 -> row.remove(place);
      case 3 -> row.add(values.anything());
      case 4 -> row.set(place, values.anything());
      case 5 -> row.set(place, rows.get(chance.below(rows.size())).path(place));
      default -> row.set(place, sameKind(row.get(place)));
    }
  }

  /** What the column may hold, as far as its type goes. */
  private JsonNode sameKind(JsonNode before) {
    if (chance.one(6)) {
      return NODES.nullNode();
    }
    if (before.isBoolean()) {
      return NODES.booleanNode(!before.asBoolean());
    }
    if (before.isNumber()) {
      return chance.one(3) ? NODES.numberNode(before.asLong() + 1) : chance.of(NUMBERS);
    }
    return switch (chance.below(3)) {
      case 0 -> NODES.stringNode(values.odd());
      case 1 -> NODES.stringNode(chance.damagedOnce(before.asString("")));
      default -> NODES.stringNode(chance.of(TEXTS));
    };
  }
}
