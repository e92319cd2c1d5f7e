package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.OnlyOnH2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** State that an older version has written, opened as a data folder and loaded as a snapshot. */
@OnlyOnH2
@ParameterizedClass
@EnumSource
class OlderStateTest {
  enum Source {
    DATA_FOLDER,
    SNAPSHOT
  }

  /** The names of the older version in JSON, and what they are now. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "'run':", "'nth':",
          "'calls':", "'times':",
          "'answer':", "'response':",
          "'dropped'", "'empty'",
          "'half'", "'truncated'",
          "'seen':", "'matched':",
          "'hits':", "'applied':");

  private static final String WITH_OUTPUT = "{'HideOutput': false}";

  private final JsonNode recorded = JsonMapper.shared().readTree(renamed(text("responses.json")));
  private final Source source;

  @TempDir private Path folder;
  private InProcess emulator;
  private Control control;
  private Map<String, Api> tenants;

  @SuppressWarnings("NullAway.Init")
  OlderStateTest(Source source) {
    this.source = source;
  }

  @BeforeEach
  void open() throws IOException {
    if (source == Source.DATA_FOLDER) {
      Files.write(
          folder.resolve("tat.mv.db"), new GZIPInputStream(file("tat.mv.db.gz")).readAllBytes());
    }
    emulator = new InProcess(folder, new MutableClock(), "--tat.account-per-secret-id=true");
    control = new Control(emulator.port());
    Api unsigned = emulator.api().without("Authorization");
    tenants =
        Map.of(
            "default",
            unsigned,
            "other region",
            unsigned.with("X-TC-Region", "ap-beijing"),
            "other account",
            new Api(emulator.port(), "AKIDSECOND"));
    if (source == Source.SNAPSHOT) {
      control.ok("PUT", "snapshots/recorded", text("snapshot.json"));
      load();
    }
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  private static InputStream file(String name) {
    return Objects.requireNonNull(OlderStateTest.class.getResourceAsStream("older/" + name));
  }

  private static String text(String name) {
    try (InputStream in = file(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String renamed(String json) {
    String result = json;
    for (Map.Entry<String, String> name : RENAMED.entrySet()) {
      result = result.replace(name.getKey().replace('\'', '"'), name.getValue().replace('\'', '"'));
    }
    return result;
  }

  private void load() {
    assertThat(control.call("POST", "snapshots/recorded/load", "").status()).isEqualTo(204);
  }

  private Api tenant() {
    return tenant("default");
  }

  private Api tenant(String name) {
    return Objects.requireNonNull(tenants.get(name));
  }

  /** How the task of an instance, the newest before time goes on, has ended. */
  private List<String> endOfNewestTask(String instanceId) {
    String id =
        recorded
            .at("/tenants/default/DescribeInvocationTasks/InvocationTaskSet")
            .valueStream()
            .filter(task -> task.path("InstanceId").asString().equals(instanceId))
            .findFirst()
            .orElseThrow()
            .path("InvocationTaskId")
            .asString();
    Answer now =
        tenant()
            .ok(
                "DescribeInvocationTasks",
                Body.of(WITH_OUTPUT).with("InvocationTaskIds", List.of(id)));
    return List.of(
        now.text("InvocationTaskSet/0/TaskStatus"),
        Long.toString(now.number("InvocationTaskSet/0/TaskResult/ExitCode")),
        now.text("InvocationTaskSet/0/TaskResult/Output"),
        now.text("InvocationTaskSet/0/ErrorInfo"),
        now.text("InvocationTaskSet/0/EndTime"));
  }

  private void assertThatAllResponsesAreAsRecorded() {
    recorded.path("tenants").forEachEntry(this::assertThatResponsesAreAsRecorded);
    List.of("outcomes", "faults", "instances", "seed")
        .forEach(
            route ->
                assertThat(control.ok("GET", route, ""))
                    .as(route)
                    .isEqualTo(recorded.path("control").path(route)));
    // The offset is against the host's clock, which has moved on.
    ObjectNode clock = (ObjectNode) control.ok("GET", "clock", "");
    assertThat(clock.without("offset"))
        .isEqualTo(((ObjectNode) recorded.at("/control/clock")).without("offset"));
  }

  private void assertThatResponsesAreAsRecorded(String tenant, JsonNode responses) {
    responses.forEachEntry(
        (action, response) -> {
          String body = action.equals("DescribeInvocationTasks") ? WITH_OUTPUT : "{}";
          JsonNode now = tenant(tenant).ok(action, body).response();
          assertThat(((ObjectNode) now).without("RequestId"))
              .as("%s of %s", action, tenant)
              .isEqualTo(((ObjectNode) response).without("RequestId"));
        });
  }

  @Test
  void allRowsAreShownAsByTheOlderVersion() {
    assertThatAllResponsesAreAsRecorded();
  }

  @Test
  void theSnapshotRestoresTheSameState() {
    control.advance(Duration.ofDays(1));
    tenant().createCommand(Body.command("later"));

    load();

    assertThatAllResponsesAreAsRecorded();
  }

  @Test
  void tasksEndByTheirStoredOutcomes() {
    control.call("DELETE", "outcomes", "");

    control.advance(Duration.ofMinutes(50));

    assertThat(endOfNewestTask("ins-web00001"))
        .isEqualTo(List.of("FAILED", "4", "c2xlcHQ=", "", "2026-03-02T03:40:01Z"));
    assertThat(endOfNewestTask("ins-slow0001"))
        .isEqualTo(List.of("TASK_TIMEOUT", "0", "", "late", "2026-03-02T03:50:01Z"));
    assertThat(endOfNewestTask("ins-wait0001"))
        .isEqualTo(List.of("SUCCESS", "0", "", "", "2026-03-02T04:00:01Z"));
  }

  @Test
  void invokersFire() {
    JsonNode result = control.advance(Duration.ofMinutes(50));

    assertThat(result.path("fires").findValuesAsString("dueAt"))
        .containsExactly(
            "2026-03-02T03:45:00Z",
            "2026-03-02T04:00:00Z",
            "2026-03-02T04:00:00Z",
            "2026-03-02T04:00:00Z");
    tenants.forEach(
        (name, tenant) ->
            assertThat(tenant.ok("DescribeInvokerRecords", "{}").number("TotalCount"))
                .isEqualTo(name.equals("default") ? 5 : 3));
  }

  @Test
  void ruleCountersContinue() {
    assertThat(tenant().callWithFault("DescribeRegions", "{}").code()).isEqualTo("InternalError");
    assertThat(tenant().call("DescribeRegions", "{}").code()).isEmpty();
    assertThatThrownBy(() -> tenant().call("DescribeQuotas", "{'ResourceNames': ['COMMAND']}"))
        .isInstanceOf(UncheckedIOException.class);
  }
}
