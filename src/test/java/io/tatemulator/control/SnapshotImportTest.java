package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are imported as snapshots, and must not be. */
class SnapshotImportTest extends ControlTest {
  /** A state with a row in each table that has columns of words. */
  private ObjectNode exported() {
    control.freeze("2021-08-31T15:59:00Z");
    control.ok("PUT", "instances/ins-abcdefgh", "{}");
    List<Map<String, String>> tags = List.of(Map.of("Key", "k", "Value", "v"));
    api.createInvoker(Body.recurring("*/3 * * * *").with("Tags", tags));
    api.ok("RunCommand", Body.run("ins-abcdefgh"));
    control.advance(Duration.ofMinutes(3));
    control.ok("PUT", "snapshots/one", "");
    ObjectNode file = (ObjectNode) control.ok("GET", "snapshots/one", "");
    assertThat(control.call("DELETE", "snapshots/one", "").status()).isEqualTo(204);
    return file;
  }

  private static void write(ObjectNode file, String table, String column, Object value) {
    JsonNode content = file.at("/tables/" + table);
    int place =
        IntStream.range(0, content.path("columns").size())
            .filter(i -> content.path("columns").get(i).asString().equals(column))
            .findFirst()
            .orElseThrow();
    ((ArrayNode) content.at("/rows/0")).set(place, JsonMapper.shared().valueToTree(value));
  }

  private Control.Reply refusedImport(ObjectNode file) {
    Control.Reply refused = control.call("PUT", "snapshots/refused", file.toString());
    assertThat(refused.status()).isEqualTo(400);
    return refused;
  }

  /** What can be imported, but not loaded. */
  private Control.Reply refusedLoad(ObjectNode file) {
    assertThat(control.call("PUT", "snapshots/two", file.toString()).status()).isEqualTo(200);
    Control.Reply refused = control.call("POST", "snapshots/two/load", "");
    assertThat(refused.status()).isEqualTo(409);
    return refused;
  }

  @ParameterizedTest
  @CsvSource({
    "invocation, status, DONE",
    "invocation, source, CRON",
    "invocation_task, status, DONE",
    "invocation_task, status, success",
    "command, created_by, ME",
    "command_revision, type, BASH",
    "instance, platform, MACOS",
    "instance, state, ASLEEP",
    "instance, agent, BUSY",
    "invoker, policy, DAILY",
    "emulator_clock, mode, BOGUS"
  })
  void anUnknownEnumValueIsRejected(String table, String column, String word) {
    ObjectNode file = exported();
    write(file, table, column, word);

    Control.Reply refused = refusedImport(file);

    assertThat(refused.error())
        .startsWith("invalid value for `" + table + "." + column + "`: expected one of ");
    assertThat(control.call("GET", "snapshots/refused", "").status()).isEqualTo(404);
  }

  @Test
  void aTextWithANullCharacterIsRejected() {
    ObjectNode file = exported();
    write(file, "command_revision", "description", "a\0b");

    assertThat(refusedImport(file).error())
        .isEqualTo("a text of a row of command_revision has U+0000");
  }

  @ParameterizedTest
  @CsvSource({
    "command, number, -1, 1 to 2800000000000",
    "command, number, 9223372036854775807, 1 to 2800000000000",
    "command_revision, command_number, 2800000000001, 1 to 2800000000000",
    "invoker, number, 0, 1 to 2800000000000",
    "invoker_record, invoker_number, 9223372036854775807, 1 to 2800000000000",
    "tenant, tasks, 9223372036854775807, -1000000000000000 to 1000000000000000",
    "invoker, version, 9223372036854775807, -1000000000000000 to 1000000000000000",
    "invocation, created_at, -9223372036854775808, -1000000000000000 to 1000000000000000"
  })
  void anOutOfRangeNumberIsRejected(String table, String column, long number, String range) {
    ObjectNode file = exported();
    write(file, table, column, number);

    assertThat(refusedImport(file).error())
        .isEqualTo(
            "invalid value for `%s.%s`: expected %s, got %d"
                .formatted(table, column, range, number));
  }

  @ParameterizedTest
  @CsvSource({
    "command_revision, tenant_id, a row of command_revision has a tenant_id that is not in tenant",
    "invoker, tenant_id, a row of invoker has a tenant_id that is not in tenant",
    "invoker, command_id, a row of invoker has a command_id that is not in command",
    "invocation, tenant_id, a row of invocation has a tenant_id that is not in tenant",
    "invocation, revision_id, a row of invocation has a revision_id that is not in command_revision",
    "invocation_task, tenant_id, a row of invocation_task has a tenant_id that is not in tenant",
    "invocation_task, invocation_id, a row of invocation_task has a invocation_id that is not in invocation",
    "invoker_record, tenant_id, a row of invoker_record has a tenant_id that is not in tenant",
    "invoker_record, invocation_id, a row of invoker_record has a invocation_id that is not in invocation",
    "invoker_tag, place, the places in invoker_tag do not count up from 0"
  })
  void rowsThatReferToNoneAreNotLoaded(String table, String column, String error) {
    ObjectNode file = exported();
    write(file, table, column, 7);
    JsonNode before = api.ok("DescribeInvokers", "{}").response().path("InvokerSet");

    assertThat(refusedLoad(file).error()).isEqualTo(error);

    assertThat(api.ok("DescribeInvokers", "{}").response().path("InvokerSet")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content | %%%",
        "default_parameters | {",
        "default_parameter_confs | [",
        "default_parameter_confs | {}",
        "default_parameter_confs | [null]",
        "default_parameter_confs | [{}]"
      })
  void aCommandThatCannotBeReadIsNotLoaded(String column, String text) {
    ObjectNode file = exported();
    write(file, "command_revision", column, text);

    assertThat(refusedLoad(file).error()).contains("nothing was changed");

    api.ok("DescribeCommands", "{}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSequenceBelowTheIdsOfRowsIsRejected(boolean seeded) {
    if (seeded) {
      control.ok("PUT", "seed", "{'seed': 7}");
    }
    ObjectNode file = exported();
    ObjectNode sequences = (ObjectNode) file.path("sequences");
    long ids = sequences.path("ids").asLong();
    if (seeded) {
      sequences.put("ids", ids - 1);
    } else {
      write(file, "invocation_task", "id", ids + 100_000);
    }

    assertThat(refusedLoad(file).error()).contains("is not above the ids of all rows");

    api.createInvoker(Body.recurring("0 0 1 * *"));
  }

  /** The highest id without a seed is noted when a seed is set, and in a load that is undone. */
  @Test
  void aRejectedLoadRepeatsNoId() {
    control.ok("PUT", "seed", "{'seed': 7}");
    control.call("POST", "reset", "");
    ObjectNode file = exported();
    write(file, "invoker", "command_id", 1);

    refusedLoad(file);

    api.createInvoker(Body.recurring("0 0 1 * *"));
    api.ok("RunCommand", Body.run("ins-abcdefgh"));
  }

  @Test
  void aFileWithoutATimeIsRejected() {
    ObjectNode file = exported().put("savedAt", "yesterday");

    assertThat(refusedImport(file).error()).contains("savedAt");
  }

  @Test
  void whatIsExportedIsImported() {
    assertThat(control.call("PUT", "snapshots/two", exported().toString()).status()).isEqualTo(200);
  }

  @Test
  void aTooLargeFileIsRejected() {
    String file = exported().toString();
    restart("--tat.storage=memory", "--tat.snapshot.max-size=" + file.length() + "B");
    assertThat(control.call("PUT", "snapshots/two", file).status()).isEqualTo(200);

    Control.Reply refused = control.call("PUT", "snapshots/three", file + " ");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.error()).contains("tat.snapshot.max-size", file.length() + "B");
    assertThat(control.call("GET", "snapshots/three", "").status()).isEqualTo(404);
  }
}
