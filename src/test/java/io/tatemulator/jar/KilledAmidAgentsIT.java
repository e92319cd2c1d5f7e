package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An agent whose emulator is killed while it runs a task. */
class KilledAmidAgentsIT {
  @TempDir private Path data;

  @Test
  void noTaskIsLostOrRunsTwice() throws IOException {
    int port = freePort();
    ProtocolAgent agent = new ProtocolAgent(port);
    String runningId;
    String running;
    String waiting;
    try (RunningJar jar = start(port)) {
      Api api = jar.api();
      connectNew(api, agent);
      running = run(api, agent);
      runningId = awaitTask(agent);
      agent.start(runningId);
      agent.log(runningId, 0, "before ");
      agent.log(runningId, 2, "after");
      waiting = run(api, agent);
      awaitTask(agent);
      jar.kill();
    }

    try (RunningJar again = start(port)) {
      Api api = again.api();
      assertThat(agentStatus(api, agent)).isEqualTo("Offline");
      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> connects(agent) && agentStatus(api, agent).equals("Online"));
      agent.log(runningId, 1, "amid ");
      agent.finish(runningId, "SUCCESS", 0);
      String waitingId = awaitTask(agent);
      assertThat(waitingId).isNotEqualTo(runningId);
      agent.start(waitingId);
      agent.finish(waitingId, "FAILED", 3);

      assertThat(result(api, running)).isEqualTo("SUCCESS: before amid after");
      assertThat(result(api, waiting)).isEqualTo("FAILED: ");
      assertThat(again.stop()).isEqualTo(143);
      assertThat(agent.closeCode()).isEqualTo(1001);
    } finally {
      agent.close();
    }
  }

  private static void connectNew(Api api, ProtocolAgent agent) {
    Answer code = api.ok("CreateRegisterCode", "{}");
    agent.register(code.text("RegisterCodeId"), code.text("RegisterCodeValue"));
    agent.connect();
    await().until(() -> agentStatus(api, agent).equals("Online"));
  }

  private RunningJar start(int port) {
    return RunningJar.in(data)
        .with("server.port", Integer.toString(port))
        .with("tat.agent.enabled", "true")
        .ready();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean connects(ProtocolAgent agent) {
    try {
      agent.connect();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private static String agentStatus(Api api, ProtocolAgent agent) {
    return api.ok(
            "DescribeAutomationAgentStatus",
            Body.of("{}").with("InstanceIds", List.of(agent.instanceId())))
        .text("AutomationAgentSet/0/AgentStatus");
  }

  private static String run(Api api, ProtocolAgent agent) {
    return api.ok("RunCommand", Body.run(agent.instanceId())).text("InvocationId");
  }

  private static String awaitTask(ProtocolAgent agent) {
    return await()
        .until(() -> agent.tasks().path("InvocationNormalTaskSet"), set -> !set.isEmpty())
        .get(0)
        .path("InvocationTaskId")
        .asString();
  }

  private static String result(Api api, String invocationId) {
    JsonNode task = api.tasks(invocationId).get(0);
    String output = task.at("/TaskResult/Output").asString();
    return task.path("TaskStatus").asString()
        + ": "
        + new String(Base64.getDecoder().decode(output), StandardCharsets.UTF_8);
  }
}
