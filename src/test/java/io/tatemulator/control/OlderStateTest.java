package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.OnlyOnH2;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A data folder and a snapshot that an emulator with the schema of version 13 has written. Both
 * hold the same state: seed 7, a frozen clock, rules with counters, an invoker that has fired.
 */
@OnlyOnH2
class OlderStateTest {
  @TempDir private Path folder;

  private static InputStream resource(String name) {
    return Objects.requireNonNull(OlderStateTest.class.getResourceAsStream(name));
  }

  private static String snapshot() throws IOException {
    try (InputStream file = resource("schema13.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private InProcess start() {
    return new InProcess(folder, new MutableClock());
  }

  private static void assertState(Control control, Api api) {
    assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("frozen");
    assertThat(control.ok("GET", "clock", "").path("now").asString())
        .isEqualTo("2021-08-31T16:09:00Z");
    assertThat(control.ok("GET", "seed", "").path("seed").asInt()).isEqualTo(7);
    JsonNode outcomes = control.ok("GET", "outcomes", "").path("rules");
    assertThat(outcomes.size()).isEqualTo(2);
    assertThat(outcomes.at("/0/rule/match/nth").asInt()).isEqualTo(2);
    assertThat(outcomes.at("/0/matched").asInt()).isEqualTo(4);
    assertThat(outcomes.at("/0/applied").asInt()).isEqualTo(1);
    assertThat(control.ok("GET", "faults", "").at("/rules/0/rule/match/times").asInt())
        .isEqualTo(1);
    assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isEqualTo(5);
    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(4);
    Answer invokers = api.ok("DescribeInvokers", "{}");
    assertThat(invokers.texts("InvokerSet", "InvokerId")).containsExactly("ivk-47i8oxu1");
    assertThat(invokers.response().at("/InvokerSet/0/Tags/0/Key").asString()).isEqualTo("k");
  }

  /** What follows is the same in both, since the seed and its sequence are part of the state. */
  private static void assertGoesOn(Control control, Api api) {
    JsonNode advanced = control.ok("POST", "clock/advance", "{'by': 'PT3M'}");
    assertThat(advanced.at("/fires/0/invokerId").asString()).isEqualTo("ivk-47i8oxu1");
    assertThat(advanced.path("now").asString()).isEqualTo("2021-08-31T16:12:00Z");
    api.ok("RunCommand", Body.run("ins-abcdefgh"));
    assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isEqualTo(7);
  }

  @Test
  void theFolderIsMigrated() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(resource("schema13.zip"))) {
      zip.getNextEntry();
      Files.copy(zip, folder.resolve("tat.mv.db"));
    }
    try (InProcess emulator = start()) {
      Control control = new Control(emulator.port());
      assertState(control, emulator.api());
      assertThat(control.ok("GET", "snapshots", "").at("/snapshots/0/bytes").asInt())
          .isEqualTo(1952);
      assertGoesOn(control, emulator.api());
    }
  }

  @Test
  void theSnapshotIsLoadedAndSavedWithTheSameColumnsAndRows() throws IOException {
    try (InProcess emulator = start()) {
      Control control = new Control(emulator.port());
      control.ok("PUT", "snapshots/older", snapshot());
      assertThat(control.call("POST", "snapshots/older/load", "").status()).isEqualTo(204);
      assertState(control, emulator.api());

      control.ok("PUT", "snapshots/again", "");

      assertThat(withoutAddedColumns(control.ok("GET", "snapshots/again", "").path("tables")))
          .isEqualTo(JsonMapper.shared().readTree(snapshot()).path("tables"));
      assertGoesOn(control, emulator.api());
    }
  }

  /** Removes the last columns of some tables, which the older version did not have. */
  private static JsonNode withoutAddedColumns(JsonNode tables) {
    removeLast(tables.path("instance"), "executor", "exec");
    removeLast(tables.path("invocation_task"), "executor", "cos_error");
    removeLast(tables.path("register_instance"), "agent_version", "last_heartbeat_at");
    return tables;
  }

  private static void removeLast(JsonNode table, String... columns) {
    ArrayNode names = (ArrayNode) table.path("columns");
    for (int i = columns.length - 1; i >= 0; i--) {
      assertThat(names.remove(names.size() - 1).asString()).isEqualTo(columns[i]);
      for (JsonNode row : table.path("rows")) {
        assertThat(((ArrayNode) row).remove(row.size() - 1).isNull()).isTrue();
      }
    }
  }

  @Test
  void aSnapshotWithASecondRowOfTheClockIsNotLoaded() throws IOException {
    String row = "[\"FROZEN\",0,1630426140000]";
    String file = snapshot().replace(row, row + "," + row);
    assertThat(file).isNotEqualTo(snapshot());
    try (InProcess emulator = start()) {
      Control control = new Control(emulator.port());
      control.ok("PUT", "snapshots/older", file);

      assertThat(control.call("POST", "snapshots/older/load", "").status()).isEqualTo(409);

      assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("real");
    }
  }
}
