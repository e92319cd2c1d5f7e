package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A test of an emulator that serves agents. */
abstract class AgentTest extends ControlTest {
  private final List<ProtocolAgent> agents = new ArrayList<>();

  @Override
  protected String[] settings() {
    return new String[] {"--tat.agent.enabled=true", "--tat.auto-create-instances=false"};
  }

  @BeforeEach
  void useRealTime() {
    control.call("PUT", "clock", "{\"mode\": \"real\"}");
  }

  @AfterEach
  void closeAgents() {
    agents.forEach(ProtocolAgent::close);
    agents.clear();
  }

  /** A new agent that has not registered. */
  ProtocolAgent agent() {
    ProtocolAgent agent = new ProtocolAgent(emulator.port());
    agents.add(agent);
    return agent;
  }

  /** A new register code. */
  Answer code(Body body) {
    return api.ok("CreateRegisterCode", body);
  }

  /** A new agent with a managed instance of its own. */
  ProtocolAgent registered() {
    ProtocolAgent agent = agent();
    Answer code = code(Body.of("{}"));
    JsonNode response = agent.register(code.text("RegisterCodeId"), code.text("RegisterCodeValue"));
    assertThat(response.path("InstanceId").asString()).startsWith("rins-");
    return agent;
  }

  /** One that is also connected. */
  ProtocolAgent connected() {
    ProtocolAgent agent = registered().connect();
    awaitStatus(agent, "Online");
    return agent;
  }

  void awaitStatus(ProtocolAgent agent, String status) {
    Awaitility.await().until(() -> agentStatus(agent).equals(status));
  }

  String agentStatus(ProtocolAgent agent) {
    return api.ok(
            "DescribeAutomationAgentStatus",
            Body.of("{}").with("InstanceIds", List.of(agent.instanceId())))
        .text("AutomationAgentSet/0/AgentStatus");
  }

  String run(ProtocolAgent agent) {
    return run(agent, "echo hi");
  }

  String run(ProtocolAgent agent, String script) {
    return api.ok("RunCommand", command(agent, script)).text("InvocationId");
  }

  static Body command(ProtocolAgent agent, String script) {
    return Body.run(agent.instanceId())
        .with(
            "Content", Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)));
  }

  /** Waits until an agent is to start a task, and returns the task. */
  JsonNode awaitTask(ProtocolAgent agent) {
    return Awaitility.await()
        .until(agent::tasks, tasks -> !tasks.path("InvocationNormalTaskSet").isEmpty())
        .path("InvocationNormalTaskSet")
        .get(0);
  }

  String awaitTaskId(ProtocolAgent agent) {
    return awaitTask(agent).path("InvocationTaskId").asString();
  }

  List<String> cancelled(ProtocolAgent agent) {
    return StreamSupport.stream(agent.tasks().path("InvocationCancelTaskSet").spliterator(), false)
        .map(task -> task.path("InvocationTaskId").asString())
        .toList();
  }

  JsonNode task(String invocationId) {
    return api.tasks(invocationId).get(0);
  }

  String status(String invocationId) {
    return task(invocationId).path("TaskStatus").asString();
  }

  void awaitTaskStatus(String invocationId, String status) {
    Awaitility.await().until(() -> status(invocationId).equals(status));
  }

  static String output(JsonNode task) {
    return new String(
        Base64.getDecoder().decode(task.at("/TaskResult/Output").asString()),
        StandardCharsets.UTF_8);
  }

  static void assertOk(JsonNode response) {
    assertThat(response.path("Error").isMissingNode()).as("%s", response).isTrue();
    assertThat(response.path("RequestId").asString()).isNotEmpty();
  }

  static void assertError(JsonNode response, String code) {
    assertThat(response.at("/Error/Code").asString()).as("%s", response).isEqualTo(code);
    assertThat(response.at("/Error/Message").asString()).isNotEmpty();
    assertThat(response.path("RequestId").asString()).isNotEmpty();
  }
}
