package io.tatemulator.execution.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.testing.Body;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A test of an emulator that runs scripts on this host, on a clock that stands, so that an advance
 * waits for them.
 */
@SuppressWarnings("NullAway.Init")
abstract class ProcessTest extends ControlTest {
  static final String INSTANCE = "ins-aaaaaaaa";
  static final String OTHER = "ins-bbbbbbbb";
  static final String NOW = "2021-08-31T16:00:00Z";

  @TempDir Path directory;

  @BeforeEach
  void freeze() {
    control.freeze(NOW);
  }

  Body script(String script) {
    return Body.run(INSTANCE)
        .with("Content", Base64.getEncoder().encodeToString(script.getBytes(UTF_8)))
        .with("WorkingDirectory", directory.toString())
        .with("Username", System.getProperty("user.name"));
  }

  /** Runs a script to its end and returns its task. */
  JsonNode run(String script) {
    return run(script(script));
  }

  JsonNode run(Body body) {
    String id = begin(body);
    settle();
    return task(id);
  }

  String begin(Body body) {
    return api.ok("RunCommand", body).text("InvocationId");
  }

  /** Waits until all scripts have ended. */
  JsonNode settle() {
    return control.advance(Duration.ZERO);
  }

  void awaitStatus(String invocationId, String status) {
    Awaitility.await().until(() -> status(invocationId).equals(status));
  }

  JsonNode task(String invocationId) {
    return tasks(invocationId).get(0);
  }

  List<JsonNode> tasks(String invocationId) {
    return api.tasks(invocationId);
  }

  String status(String invocationId) {
    return task(invocationId).path("TaskStatus").asString();
  }

  String invocationStatus(String invocationId) {
    return api.ok("DescribeInvocations", "{'InvocationIds': ['" + invocationId + "']}")
        .text("InvocationSet/0/InvocationStatus");
  }

  static byte[] output(JsonNode task) {
    return Base64.getDecoder().decode(task.at("/TaskResult/Output").asString());
  }

  static String text(JsonNode task) {
    return new String(output(task), UTF_8);
  }

  static void assertNotStarted(JsonNode task, String errorInfo) {
    assertEnd(task, "START_FAILED", -1);
    assertThat(task.path("ErrorInfo").asString()).isEqualTo(errorInfo);
  }

  static void assertEnd(JsonNode task, String status, long exitCode) {
    assertThat(task.path("TaskStatus").asString())
        .as("%s: %s", task.path("ErrorInfo"), text(task))
        .isEqualTo(status);
    assertThat(task.at("/TaskResult/ExitCode").asLong()).isEqualTo(exitCode);
  }
}
