package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import io.tatemulator.testing.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Connections of agents, across restarts, resets and snapshots too. */
class ConnectionsTest extends AgentTest {
  private static final int GOING_AWAY = 1001;
  private static final int POLICY_VIOLATION = 1008;

  /** The agent's library refuses any other Connection header, and extensions. */
  @Test
  void theHandshakeHasOneTokenAndNothingThatWasNotAskedFor() {
    String headers =
        registered().signed().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    String closeFrame = "\u0088\u0080\0\0\0\0";

    String response =
        new RawHttp(emulator.port())
            .exchange(
                "GET /agent/ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + headers
                    + "\r\n"
                    + closeFrame);

    assertThat(response).startsWith("HTTP/1.1 101");
    assertThat(response.toLowerCase(Locale.ROOT).lines())
        .contains(
            "connection: upgrade",
            "upgrade: websocket",
            "sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=")
        .noneMatch(line -> line.startsWith("sec-websocket-protocol"))
        .noneMatch(line -> line.startsWith("sec-websocket-extensions"));
  }

  @Test
  void aConnectedAgentIsOnline() {
    ProtocolAgent agent = registered();
    assertThat(agentStatus(agent)).isEqualTo("Offline");

    agent.connect();
    awaitStatus(agent, "Online");

    JsonNode status = agentInfo(agent);
    assertThat(status.path("Version").asString()).isEqualTo("1.1.9");
    assertThat(status.path("Environment").asString()).isEqualTo("Linux");
    assertThat(status.path("LastHeartbeatTime").asString()).isEqualTo("2026-01-15T10:20:30Z");
    assertThat(registerStatus(agent)).isEqualTo("Online");
    hostClock.advance(Duration.ofSeconds(30));
    agent.tasks();
    assertThat(agentInfo(agent).path("LastHeartbeatTime").asString())
        .isEqualTo("2026-01-15T10:21:00Z");

    agent.disconnect();
    awaitStatus(agent, "Offline");
    assertThat(registerStatus(agent)).isEqualTo("Offline");
    assertThat(agentInfo(agent).path("LastHeartbeatTime").asString())
        .isEqualTo("2026-01-15T10:21:00Z");
  }

  @Test
  void anEndWithoutACloseFrameIsNoticed() {
    ProtocolAgent agent = connected();

    agent.close();

    awaitStatus(agent, "Offline");
  }

  @Test
  void anotherConnectionReplacesTheFirst() {
    ProtocolAgent agent = connected();
    ProtocolAgent again = agent.at(emulator.port()).connect();

    Awaitility.await().until(() -> Integer.valueOf(POLICY_VIOLATION).equals(agent.closeCode()));
    assertThat(agentStatus(agent)).isEqualTo("Online");
    run(agent);
    Awaitility.await().until(() -> again.kicks() > 0);
    again.close();
  }

  @Test
  void whatAnAgentSendsOnItsConnectionIsIgnored() {
    ProtocolAgent agent = connected();
    agent.socket().sendText("{\"Type\": \"kick\"}", true).join();

    assertOk(agent.tasks());
    assertThat(agentStatus(agent)).isEqualTo("Online");
    agent.socket().sendText("x".repeat(5_000), true).join();
    awaitStatus(agent, "Offline");
    assertThat(agent.closeCode()).isEqualTo(1009);
  }

  @Test
  void aDeletedMachineIsDisconnectedAtOnce() {
    ProtocolAgent agent = connected();
    String waiting = run(agent);
    String running = run(agent);
    String first = awaitTaskId(agent);
    agent.start(first);

    api.ok("DeleteRegisterInstance", Body.of("{}").with("InstanceId", agent.instanceId()));

    Awaitility.await().until(() -> Integer.valueOf(POLICY_VIOLATION).equals(agent.closeCode()));
    assertError(agent.tasks(), "ResourceNotFound.InstanceNotFound");
    Awaitility.await()
        .until(
            () -> List.of(status(waiting), status(running)),
            List.of("TASK_TIMEOUT", "DELIVER_FAILED")::containsAll);
    assertThat(api.call("RunCommand", command(agent, "true")).code())
        .isEqualTo("ResourceNotFound.InstanceNotFound");
  }

  @Test
  void disabledRegisterCodesConcernNoRegisteredMachine() {
    ProtocolAgent agent = connected();
    String code =
        api.ok("DescribeRegisterInstances", "{}").text("RegisterInstanceSet/0/RegisterCodeId");
    api.ok("DisableRegisterCodes", Body.of("{}").with("RegisterCodeIds", List.of(code)));

    assertOk(agent.tasks());
  }

  @Test
  void aRestartOfTheEmulatorLosesAndRepeatsNothing() {
    ProtocolAgent agent = connected();
    String running = run(agent);
    String runningId = awaitTaskId(agent);
    agent.start(runningId);
    agent.log(runningId, 0, "before ");
    agent.log(runningId, 2, "later");
    String waiting = run(agent);
    awaitTaskId(agent);

    restart();
    assertThat(agent.closeCode()).isEqualTo(GOING_AWAY);
    ProtocolAgent back = agent.at(emulator.port());
    assertThat(agentStatus(back)).isEqualTo("Offline");
    assertOk(back.log(runningId, 1, "after "));
    assertOk(back.finish(runningId, "SUCCESS", 0));
    back.connect();
    JsonNode task = awaitTask(back);

    assertThat(status(running)).isEqualTo("SUCCESS");
    assertThat(output(task(running))).isEqualTo("before after later");
    assertThat(task.path("InvocationTaskId").asString()).isNotEqualTo(runningId);
    assertOk(back.start(task.path("InvocationTaskId").asString()));
    assertThat(status(waiting)).isEqualTo("RUNNING");
    back.close();
  }

  @Test
  void aResetDisconnectsAllAgents() {
    ProtocolAgent agent = connected();

    control.call("POST", "reset", "");

    Awaitility.await().until(() -> Integer.valueOf(POLICY_VIOLATION).equals(agent.closeCode()));
    assertError(agent.tasks(), "ResourceNotFound.InstanceNotFound");
  }

  @Test
  void aSnapshotKeepsMachinesAndTheirConnections() {
    ProtocolAgent agent = connected();
    ProtocolAgent gone = connected();
    control.ok("PUT", "snapshots/agents", "");
    gone.disconnect();
    awaitStatus(gone, "Offline");
    ProtocolAgent later = connected();

    control.call("POST", "snapshots/agents/load", "");

    Awaitility.await().until(() -> Integer.valueOf(POLICY_VIOLATION).equals(later.closeCode()));
    awaitStatus(agent, "Online");
    awaitStatus(gone, "Offline");
    String invocation = run(agent);
    assertOk(agent.start(awaitTaskId(agent)));
    assertThat(status(invocation)).isEqualTo("RUNNING");
  }

  @Test
  void withoutTheSettingThereAreNoAgents() {
    ProtocolAgent agent = registered();
    restart("--tat.auto-create-instances=false");
    ProtocolAgent back = agent.at(emulator.port());

    assertThat(back.tasks().isMissingNode()).isTrue();
    assertThat(agentStatus(back)).isEqualTo("Offline");
  }

  private JsonNode agentInfo(ProtocolAgent agent) {
    return api.ok(
            "DescribeAutomationAgentStatus",
            Body.of("{}").with("InstanceIds", List.of(agent.instanceId())))
        .list("AutomationAgentSet")
        .get(0);
  }

  private String registerStatus(ProtocolAgent agent) {
    return api.ok(
            "DescribeRegisterInstances",
            Body.of("{}").with("InstanceIds", List.of(agent.instanceId())))
        .text("RegisterInstanceSet/0/Status");
  }
}
