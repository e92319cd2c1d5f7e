package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are imported as snapshots, and must not be. */
class SnapshotImportTest extends ControlTest {
  /** A state with a row in each table that has columns of words. */
  private ObjectNode exported() {
    control.freeze("2021-08-31T15:59:00Z");
    control.ok("PUT", "instances/ins-abcdefgh", "{}");
    api.createInvoker(Body.recurring("*/3 * * * *"));
    api.ok("RunCommand", Body.run("ins-abcdefgh"));
    control.advance(Duration.ZERO);
    control.ok("PUT", "snapshots/one", "");
    ObjectNode file = (ObjectNode) control.ok("GET", "snapshots/one", "");
    assertThat(control.call("DELETE", "snapshots/one", "").status()).isEqualTo(204);
    return file;
  }

  private static void write(ObjectNode file, String table, String column, String word) {
    JsonNode content = file.at("/tables/" + table);
    int place =
        IntStream.range(0, content.path("columns").size())
            .filter(i -> content.path("columns").get(i).asString().equals(column))
            .findFirst()
            .orElseThrow();
    ((ArrayNode) content.at("/rows/0")).set(place, word);
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
  void aWordThatNoColumnCanHoldIsRefused(String table, String column, String word) {
    ObjectNode file = exported();
    write(file, table, column, word);

    Control.Reply refused = control.call("PUT", "snapshots/refused", file.toString());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).startsWith(table + "." + column + " is one of ");
    assertThat(control.call("GET", "snapshots/refused", "").status()).isEqualTo(404);
  }

  @Test
  void whatIsExportedIsImported() {
    assertThat(control.call("PUT", "snapshots/two", exported().toString()).status()).isEqualTo(200);
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    String file = exported().toString();
    restart("--tat.storage=memory", "--tat.snapshot.max-size=" + file.length() + "B");
    assertThat(control.call("PUT", "snapshots/two", file).status()).isEqualTo(200);

    Control.Reply refused = control.call("PUT", "snapshots/three", file + " ");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.error()).contains("tat.snapshot.max-size", file.length() + "B");
    assertThat(control.call("GET", "snapshots/three", "").status()).isEqualTo(404);
  }
}
