package io.tatemulator.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A test of an emulator whose instances two executors serve, on a clock that stands. */
@SuppressWarnings("NullAway.Init")
abstract class ScriptedExecutorTest extends ControlTest {
  static final String SCRIPTED = ScriptedExecutor.INSTANCES + "a1";
  static final String SIMULATED = "ins-aaaaaaaa";
  static final Duration POLLING = Duration.ofSeconds(10);

  ScriptedExecutor executor;

  @Override
  protected List<Class<?>> parts() {
    return List.of(ScriptedExecutor.class);
  }

  @BeforeEach
  void freeze() {
    control.freeze("2021-08-31T16:00:00Z");
    executor = emulator.part(ScriptedExecutor.class);
    executor.clear();
  }

  String run(String... instances) {
    String id = api.ok("RunCommand", Body.run(instances)).text("InvocationId");
    control.advance(Duration.ZERO);
    return id;
  }

  void startsAndRunsOn() {
    executor.onStart((task, now) -> TaskProgress.running(now.plus(POLLING), "pid 1"));
    executor.onPoll((task, now) -> TaskProgress.running(now.plus(POLLING), task.executorState()));
  }

  static TaskResult result(long exitCode, String output) {
    return new TaskResult(exitCode, output.getBytes(UTF_8), "");
  }

  JsonNode task(String instance) {
    return api
        .ok("DescribeInvocationTasks", "{'HideOutput': false}")
        .list("InvocationTaskSet")
        .stream()
        .filter(task -> task.path("InstanceId").asString().equals(instance))
        .findFirst()
        .orElseThrow();
  }

  String status(String instance) {
    return task(instance).path("TaskStatus").asString();
  }

  String invocationStatus() {
    return api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus");
  }

  void assertResult(String instance, String status, long exitCode, String output) {
    JsonNode task = task(instance);
    assertThat(task.path("TaskStatus").asString()).isEqualTo(status);
    assertThat(task.at("/TaskResult/ExitCode").asLong()).isEqualTo(exitCode);
    byte[] decoded = Base64.getDecoder().decode(task.at("/TaskResult/Output").asString());
    assertThat(new String(decoded, UTF_8)).isEqualTo(output);
  }

  static TaskProgress ended(@Nullable String state) {
    return TaskProgress.ended(TaskStatus.SUCCESS, result(0, state + " has ended"));
  }

  void cancel(String invocationId) {
    api.ok("CancelInvocation", "{'InvocationId': '" + invocationId + "'}");
    control.advance(Duration.ZERO);
  }
}
