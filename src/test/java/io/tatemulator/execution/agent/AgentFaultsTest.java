package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages that are lost, repeated or sent by the wrong agent, and agents that come and go. */
class AgentFaultsTest extends AgentTest {
  @Test
  void aLostKickIsRepeated() {
    ProtocolAgent agent = connected();
    run(agent);

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> agent.kicks() >= 3);
  }

  @Test
  void anOfflineAgentGetsItsTaskWhenItConnects() {
    ProtocolAgent agent = connected();
    agent.disconnect();
    awaitStatus(agent, "Offline");
    assertThat(api.call("RunCommand", command(agent, "true")).code())
        .isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    control.ok("PUT", "instances/" + agent.instanceId(), "{\"agent\": \"online\"}");
    String invocation = run(agent);
    awaitTaskStatus(invocation, "DELIVER_DELAYED");

    agent.connect();

    assertOk(agent.start(awaitTaskId(agent)));
    assertThat(status(invocation)).isEqualTo("RUNNING");
  }

  @Test
  void deliveryFailsAfterItsTimeoutOnTheEmulatorsClock() {
    ProtocolAgent agent = connected();
    agent.disconnect();
    awaitStatus(agent, "Offline");
    control.ok("PUT", "instances/" + agent.instanceId(), "{\"agent\": \"online\"}");
    control.freeze("2026-02-15T00:00:00Z");
    String invocation = run(agent);
    control.advance(Duration.ofMinutes(4));
    assertThat(status(invocation)).isEqualTo("DELIVER_DELAYED");

    JsonNode advanced = control.advance(Duration.ofMinutes(1));

    assertThat(status(invocation)).isEqualTo("DELIVER_FAILED");
    assertThat(advanced.has("waited")).isFalse();
  }

  @Test
  void aTaskOfAnAgentThatStopsRespondingEnds() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);
    agent.log(id, 0, "partial");
    agent.disconnect();
    awaitStatus(agent, "Offline");
    control.ok("PUT", "clock", "{\"mode\": \"offset\", \"offset\": \"PT1H\"}");

    awaitTaskStatus(invocation, "TASK_TIMEOUT");
    assertThat(output(task(invocation))).isEqualTo("partial");
    assertOk(agent.finish(id, "SUCCESS", 0));
    assertThat(status(invocation)).isEqualTo("TASK_TIMEOUT");
  }

  @Test
  void anotherProcessOfTheAgentCannotReportWhatTheFormerOneStarted() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    agent.start(awaitTaskId(agent));

    agent.close();
    agent.processId(4_712).connect();

    awaitTaskStatus(invocation, "TASK_TIMEOUT");
    assertThat(agent.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
  }

  @Test
  void aReconnectedAgentKeepsItsTask() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);

    agent.close();
    awaitStatus(agent, "Offline");
    assertOk(agent.log(id, 0, "meanwhile"));
    agent.connect();
    awaitStatus(agent, "Online");
    assertOk(agent.finish(id, "SUCCESS", 0));

    assertThat(status(invocation)).isEqualTo("SUCCESS");
    assertThat(output(task(invocation))).isEqualTo("meanwhile");
  }

  @Test
  void repeatedReportsChangeNothing() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);

    assertOk(agent.start(id));
    assertOk(agent.start(id));
    assertOk(agent.log(id, 0, "a"));
    assertOk(agent.log(id, 0, "a"));
    assertOk(agent.finish(id, "FAILED", 3));
    assertOk(agent.finish(id, "SUCCESS", 0));
    assertOk(agent.log(id, 1, "b"));

    assertThat(status(invocation)).isEqualTo("FAILED");
    assertThat(output(task(invocation))).isEqualTo("a");
    assertError(agent.start(id), "OperationDenied.InvocationTaskNotStartable");
  }

  @Test
  void anEndWithoutAStartIsTaken() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);

    assertOk(agent.finish(awaitTaskId(agent), "SUCCESS", 0));

    assertThat(status(invocation)).isEqualTo("SUCCESS");
  }

  @Test
  void aLostChunkIsLeftOut() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);
    agent.log(id, 0, "a");
    agent.log(id, 2, "c");
    assertThat(output(task(invocation))).isEqualTo("a");
    agent.finish(id, "SUCCESS", 0);

    assertThat(output(task(invocation))).isEqualTo("ac");
  }

  @Test
  void anAgentCannotReportTheTasksOfAnother() {
    ProtocolAgent agent = connected();
    ProtocolAgent other = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);

    assertError(other.start(id), "ResourceNotFound.InvocationTaskNotFound");
    assertError(other.log(id, 0, "x"), "ResourceNotFound.InvocationTaskNotFound");
    assertError(other.finish(id, "SUCCESS", 0), "ResourceNotFound.InvocationTaskNotFound");
    assertError(other.start("../../etc"), "ResourceNotFound.InvocationTaskNotFound");
    assertThat(other.tasks().path("InvocationNormalTaskSet").isEmpty()).isTrue();
    assertThat(status(invocation)).isEqualTo("DELIVERING");
  }

  @Test
  void valuesThatNoAgentSendsAreRefused() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);

    assertError(agent.log(id, -1, "x"), "InvalidParameterValue");
    assertError(agent.log(id, 0, new byte[1], Long.MAX_VALUE), "InvalidParameterValue");
    assertError(agent.finish(id, "SUCCESS", Long.MAX_VALUE), "InvalidParameterValue");
    assertError(agent.finish(id, "CANCELLED", 0), "InvalidParameterValue");
    assertError(
        agent.send(
            ProtocolAgent.action("UploadTaskLog")
                .with("InvocationTaskId", id)
                .with("Index", 0)
                .with("Output", "no base64!")),
        "InvalidParameter");
    assertThat(status(invocation)).isEqualTo("RUNNING");
    assertThat(output(task(invocation))).isEmpty();
  }

  @Test
  void anAgentCannotEndTasksOfOtherExecutors() {
    ProtocolAgent agent = connected();
    control.ok("PUT", "instances/ins-aaaaaaaa", "{}");
    control.ok("PUT", "outcomes", "{\"rules\": [{\"outcome\": {\"duration\": \"PT50S\"}}]}");
    String invocation = api.ok("RunCommand", Body.run("ins-aaaaaaaa")).text("InvocationId");
    awaitTaskStatus(invocation, "RUNNING");
    String id = task(invocation).path("InvocationTaskId").asString();

    assertError(agent.log(id, 0, "x"), "ResourceNotFound.InvocationTaskNotFound");
    assertError(agent.finish(id, "SUCCESS", 0), "ResourceNotFound.InvocationTaskNotFound");
    control.advance(Duration.ofSeconds(40));

    assertThat(status(invocation)).isEqualTo("RUNNING");
  }

  @Test
  void aTaskIsKilledAtItsTimeoutByTheEmulatorsClock() {
    ProtocolAgent agent = connected();
    String invocation = run(agent);
    String id = awaitTaskId(agent);
    agent.start(id);
    hostClock.advance(Duration.ofSeconds(61));

    Awaitility.await().until(() -> cancelled(agent).equals(List.of(id)));
    assertOk(agent.finish(id, "TERMINATED", -1));

    assertThat(status(invocation)).isEqualTo("TIMEOUT");
  }

  @Test
  void anInvokerWaitsForAnAgentThatIsOffline() {
    ProtocolAgent agent = connected();
    String command = api.ok("CreateCommand", Body.command("agents")).text("CommandId");
    api.ok(
        "CreateInvoker",
        Body.once(control.now().plusSeconds(30).truncatedTo(ChronoUnit.SECONDS).toString())
            .with("CommandId", command)
            .with("InstanceIds", List.of(agent.instanceId())));
    agent.disconnect();
    awaitStatus(agent, "Offline");
    hostClock.advance(Duration.ofMinutes(1));
    String invocation =
        Awaitility.await()
            .until(
                () -> api.ok("DescribeInvocations", "{}").list("InvocationSet"),
                all -> !all.isEmpty())
            .get(0)
            .path("InvocationId")
            .asString();
    awaitTaskStatus(invocation, "DELIVER_DELAYED");

    agent.connect();

    assertOk(agent.start(awaitTaskId(agent)));
    assertThat(status(invocation)).isEqualTo("RUNNING");
  }
}
