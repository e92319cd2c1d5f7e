package io.tatemulator.execution.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Tasks in progress whose states an older version of the emulator has stored. */
class StoredOutcomesTest extends ControlTest {
  private static final String RUNNING = "ins-aaaaaaaa";
  private static final String TOO_LONG = "ins-bbbbbbbb";
  private static final String TIMED_OUT = "ins-cccccccc";
  private static final String WITHOUT_STATE = "ins-dddddddd";
  private static final String WAITING = "ins-eeeeeeee";

  private static final Map<String, String> STATES =
      Map.of(
          RUNNING,
          "{\"exitCode\":3,\"output\":\"text\",\"duration\":\"PT5S\",\"delay\":\"PT1S\"}",
          TOO_LONG,
          "{\"output\":\"half\",\"duration\":\"PT1M30S\"}",
          TIMED_OUT,
          "{\"status\":\"TIMEOUT\",\"duration\":\"PT0S\"}",
          WAITING,
          "{\"status\":\"START_FAILED\",\"errorInfo\":\"why\",\"duration\":\"PT0S\",\"delay\":\"PT5S\"}");

  @BeforeEach
  void storeTasksAsAnOlderVersionDid() {
    control.freeze("2021-08-31T16:00:00Z");
    // Only for the statuses and times of their next steps; the states are replaced below.
    control.ok(
        "PUT",
        "outcomes",
        "{'rules': [{'match': {'instance': 'ins-eeeeeeee'}, 'outcome': {'delay': 'PT5S'}},"
            + " {'match': {'instance': 'ins-bbbbbbbb'}, 'outcome': {'status': 'TIMEOUT'}},"
            + " {'match': {'instance': 'ins-cccccccc'}, 'outcome': {'status': 'TIMEOUT'}},"
            + " {'outcome': {'duration': 'PT5S'}}]}");
    api.ok("RunCommand", Body.run(RUNNING, TOO_LONG, TIMED_OUT, WITHOUT_STATE, WAITING));
    control.advance(Duration.ZERO);
    JdbcTemplate jdbc = emulator.part(JdbcTemplate.class);
    jdbc.update("update invocation_task set note = null");
    STATES.forEach(
        (instance, state) ->
            jdbc.update(
                "update invocation_task set note = ? where instance_id = ?", state, instance));
    restart();
  }

  private JsonNode task(String instance) {
    return api
        .ok("DescribeInvocationTasks", "{'HideOutput': false}")
        .list("InvocationTaskSet")
        .stream()
        .filter(task -> task.path("InstanceId").asString().equals(instance))
        .findFirst()
        .orElseThrow();
  }

  private void assertTask(String instance, String status, int exitCode, String output) {
    JsonNode task = task(instance);
    assertThat(task.path("TaskStatus").asString()).isEqualTo(status);
    assertThat(task.at("/TaskResult/ExitCode").asInt()).isEqualTo(exitCode);
    byte[] decoded = Base64.getDecoder().decode(task.at("/TaskResult/Output").asString());
    assertThat(new String(decoded, UTF_8)).isEqualTo(output);
  }

  @Test
  void endAsTheyWouldHaveInThatVersion() {
    assertThat(task(RUNNING).path("TaskStatus").asString()).isEqualTo("RUNNING");
    assertThat(task(WAITING).path("TaskStatus").asString()).isEqualTo("DELIVERING");

    control.advance(Duration.ofSeconds(5));

    assertTask(RUNNING, "FAILED", 3, "text");
    assertTask(WITHOUT_STATE, "SUCCESS", 0, "");
    assertTask(WAITING, "START_FAILED", 0, "");
    assertThat(task(WAITING).path("ErrorInfo").asString()).isEqualTo("why");
    assertTask(TOO_LONG, "RUNNING", 0, "");
    control.advance(Duration.ofSeconds(55));
    assertTask(TOO_LONG, "TIMEOUT", -1, "half");
    assertTask(TIMED_OUT, "TIMEOUT", -1, "");
    assertThat(task(TOO_LONG).path("EndTime").asString()).isEqualTo("2021-08-31T16:01:00Z");
  }
}
