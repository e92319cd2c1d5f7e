package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tasks on their way to an agent and back. */
class AgentTasksTest extends AgentTest {
  @Test
  void aTaskRunsOnAnAgent() {
    ProtocolAgent agent = connected();
    String invocation = run(agent, "id -u; echo hi");
    Awaitility.await().until(() -> agent.kicks() > 0);

    JsonNode task = awaitTask(agent);
    assertThat(new String(Base64.getDecoder().decode(task.path("Command").asString()), UTF_8))
        .isEqualTo("id -u; echo hi");
    // A null anywhere would make the whole response unreadable to an agent.
    assertThat(agent.tasks().toString()).doesNotContain("null");
    assertThat(task.path("CommandType").asString()).isEqualTo("SHELL");
    assertThat(task.path("TimeOut").isIntegralNumber()).isTrue();
    assertThat(task.path("TimeOut").asInt()).isEqualTo(60);
    assertThat(task.path("Username").asString()).isEqualTo("root");
    assertThat(task.path("WorkingDirectory").asString()).isEqualTo("/root/");
    String id = task.path("InvocationTaskId").asString();
    assertThat(status(invocation)).isEqualTo("DELIVERING");

    assertOk(agent.start(id));
    assertThat(status(invocation)).isEqualTo("RUNNING");
    assertThat(agent.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
    assertOk(agent.log(id, 0, "0\n"));
    assertThat(output(task(invocation))).isEqualTo("0\n");
    assertOk(agent.log(id, 1, "hi\n"));
    assertOk(agent.finish(id, "SUCCESS", 0));

    assertThat(status(invocation)).isEqualTo("SUCCESS");
    assertThat(output(task(invocation))).isEqualTo("0\nhi\n");
  }

  @Test
  void theResultIsTheAgents() {
    ProtocolAgent agent = connected();

    assertThat(end(agent, "FAILED", 3, "")).isEqualTo("FAILED 3 ");
    assertThat(end(agent, "TIMEOUT", -1, "")).isEqualTo("TIMEOUT -1 ");
    assertThat(end(agent, "START_FAILED", -1, "InvalidUser: user `ghost` not exists"))
        .isEqualTo("START_FAILED -1 InvalidUser: user `ghost` not exists");
  }

  private String end(ProtocolAgent agent, String result, long exitCode, String errorInfo) {
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    assertOk(agent.start(id));
    assertOk(agent.finish(id, result, exitCode, errorInfo));
    JsonNode task = task(invocation);
    return task.path("TaskStatus").asString()
        + " "
        + task.at("/TaskResult/ExitCode").asLong()
        + " "
        + task.path("ErrorInfo").asString();
  }

  @Test
  void chunksAreOrderedByTheirIndex() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);
    byte[] output = new byte[24_576];
    IntStream.range(0, output.length).forEach(i -> output[i] = (byte) (i * 7 + i / 256));
    // As captured from an agent: 30,000 bytes, the last chunk first.
    int[] ends = {4096, 8192, 12288, 16384, 19456, 23552, 24576};
    long[] dropped = {0, 0, 0, 0, 0, 1024, 5424};
    for (int index : new int[] {6, 0, 1, 2, 3, 4, 5}) {
      int from = index == 0 ? 0 : ends[index - 1];
      assertOk(agent.log(id, index, Arrays.copyOfRange(output, from, ends[index]), dropped[index]));
    }
    assertOk(agent.finish(id, "SUCCESS", 0));

    JsonNode result = task(invocation).path("TaskResult");
    assertThat(Base64.getDecoder().decode(result.path("Output").asString())).isEqualTo(output);
    assertThat(result.path("Dropped").asLong()).isEqualTo(5_424);
  }

  @Test
  void aRunningTaskIsKilledByItsAgent() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);
    int kicks = agent.kicks();
    api.ok("CancelInvocation", Body.of("{}").with("InvocationId", invocation));
    Awaitility.await().until(() -> agent.kicks() > kicks);

    Awaitility.await().until(() -> cancelled(agent).equals(List.of(id)));
    assertThat(status(invocation)).isEqualTo("CANCELLING");
    assertThat(agent.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
    agent.log(id, 0, "before");
    assertOk(agent.finish(id, "TERMINATED", -1));

    assertThat(status(invocation)).isEqualTo("TERMINATED");
    assertThat(output(task(invocation))).isEqualTo("before");
    assertThat(cancelled(agent)).isEmpty();
  }

  @Test
  void aTaskThatIsCancelledBeforeItStartsIsNotStarted() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    api.ok("CancelInvocation", Body.of("{}").with("InvocationId", invocation));

    assertThat(status(invocation)).isEqualTo("CANCELLED");
    assertThat(agent.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
    assertError(agent.start(id), "OperationDenied.InvocationTaskNotStartable");
    assertThat(status(invocation)).isEqualTo("CANCELLED");
  }

  @Test
  void anAdvanceWaitsForTheAgent() throws InterruptedException {
    control.freeze("2026-02-15T00:00:00Z");
    ProtocolAgent agent = connected();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    agent.onKick(message -> thread.execute(() -> runAll(agent)));
    String invocation = run(agent);

    JsonNode advanced = control.advance(Duration.ofHours(1));
    // A later kick must not run the tasks of another test, whose machine may have the same id.
    thread.shutdownNow();
    assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    JsonNode task = task(invocation);
    assertThat(task.path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(task.path("StartTime").asString()).isEqualTo("2026-02-15T00:00:00Z");
    assertThat(task.path("EndTime").asString()).isEqualTo("2026-02-15T00:00:00Z");
    assertThat(advanced.path("now").asString()).isEqualTo("2026-02-15T01:00:00Z");
  }

  private static void runAll(ProtocolAgent agent) {
    for (JsonNode task : agent.tasks().path("InvocationNormalTaskSet")) {
      String id = task.path("InvocationTaskId").asString();
      agent.start(id);
      agent.log(id, 0, "done");
      agent.finish(id, "SUCCESS", 0);
    }
  }

  @Test
  void anOutcomeRuleWins() {
    ProtocolAgent agent = connected();
    control.ok("PUT", "outcomes", "{\"rules\": [{\"outcome\": {\"exitCode\": 5}}]}");
    String invocation = run(agent);

    awaitTaskStatus(invocation, "FAILED");
    assertThat(agent.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
  }

  @Test
  void anInvokerRunsOnAnAgent() {
    control.freeze("2026-02-15T00:00:00Z");
    ProtocolAgent agent = connected();
    String command = api.ok("CreateCommand", Body.command("agents")).text("CommandId");
    Body invoker =
        Body.once("2026-02-15T00:01:00Z")
            .with("CommandId", command)
            .with("InstanceIds", List.of(agent.instanceId()));
    String invokerId = api.ok("CreateInvoker", invoker).text("InvokerId");
    Thread advance = new Thread(() -> control.advance(Duration.ofMinutes(2)));
    advance.start();

    String id = awaitTaskId(agent);
    agent.start(id);
    assertThat(result(invokerId)).isEqualTo("RUNNING");
    agent.finish(id, "FAILED", 3);

    Awaitility.await().until(() -> result(invokerId).equals("FAILED"));
    Awaitility.await().until(() -> !advance.isAlive());
  }

  private String result(String invokerId) {
    return api.ok("DescribeInvokerRecords", Body.of("{}").with("InvokerIds", List.of(invokerId)))
        .text("InvokerRecordSet/0/Result");
  }

  @Test
  void outputIsNotUploaded() {
    ProtocolAgent agent = connected();
    Body body =
        command(agent, "echo hi")
            .with("OutputCOSBucketUrl", "https://bucket-1250000000.cos.ap-guangzhou.myqcloud.com");
    String invocation = api.ok("RunCommand", body).text("InvocationId");
    JsonNode listed = awaitTask(agent);
    assertThat(listed.has("OutputCOSBucketUrl")).isFalse();
    String id = listed.path("InvocationTaskId").asString();
    agent.start(id);
    agent.finish(id, "SUCCESS", 0);

    JsonNode result = task(invocation).path("TaskResult");
    assertThat(result.path("OutputUrl").asString()).isEmpty();
    assertThat(result.path("OutputUploadCOSErrorInfo").asString()).contains("no credentials");
  }
}
