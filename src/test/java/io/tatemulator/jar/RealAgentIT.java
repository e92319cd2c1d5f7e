package io.tatemulator.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The agent of the cloud, if the build has its path in the environment variable TAT_AGENT_BIN. */
@EnabledIfSystemProperty(named = "agent.program", matches = "/.+")
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init")
class RealAgentIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path data;
  @TempDir private Path directory;

  private RunningJar jar;
  private Api api;
  private Process agent;
  private String instanceId;

  @BeforeEach
  void start() throws Exception {
    jar = RunningJar.in(data).with("tat.agent.enabled", "true").ready();
    api = jar.api();
    Files.copy(Path.of(System.getProperty("agent.program")), directory.resolve("tat_agent"));
    assertThat(directory.resolve("tat_agent").toFile().setExecutable(true)).isTrue();
    Files.writeString(
        directory.resolve("config.dat"),
        """
        {"url": {"invoke_url": "http://127.0.0.1:%1$d/agent", "ws_url": "ws://127.0.0.1:%1$d/agent/ws"}}"""
            .formatted(jar.port()));
    Answer code = api.ok("CreateRegisterCode", "{}");
    Process registration =
        agent(
            "register",
            "ap-guangzhou",
            code.text("RegisterCodeId"),
            code.text("RegisterCodeValue"));
    assertThat(registration.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(registration.exitValue()).as(log()).isZero();
    agent = agent("-n", "-c");
    Awaitility.await().atMost(TIMEOUT).until(() -> status().equals("Online"));
    instanceId = api.ok("DescribeRegisterInstances", "{}").text("RegisterInstanceSet/0/InstanceId");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (agent != null) {
      agent.destroy();
      agent.waitFor();
    }
    jar.close();
  }

  @Test
  void itRunsScripts() {
    JsonNode task = run("id -un; echo error >&2", 60);
    assertThat(task.path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(output(task)).isEqualTo(System.getProperty("user.name") + "\nerror\n");

    assertThat(run("exit 3", 60).at("/TaskResult/ExitCode").asLong()).isEqualTo(3);
    JsonNode timeout = run("sleep 60", 1);
    assertThat(timeout.path("TaskStatus").asString()).isEqualTo("TIMEOUT");
    assertThat(timeout.at("/TaskResult/ExitCode").asLong()).isEqualTo(-1);
    // The pause avoids that the agent loses the end of its output.
    JsonNode truncated = run("head -c 30000 /dev/zero | tr '\\0' x; sleep 2", 60);
    assertThat(output(truncated)).hasSize(24_576);
    assertThat(truncated.at("/TaskResult/Dropped").asLong()).isEqualTo(5_424);
  }

  @Test
  void itReportsWhatItCannotStart() {
    Body body = script("true", 60).with("Username", "no-such-user");
    JsonNode task = awaitEnd(api.ok("RunCommand", body).text("InvocationId"));

    assertThat(task.path("TaskStatus").asString()).isEqualTo("START_FAILED");
    assertThat(task.path("ErrorInfo").asString())
        .isEqualTo("InvalidUser: user `no-such-user` not exists");
  }

  @Test
  void itKillsWhatIsCancelled() {
    String invocation =
        api.ok("RunCommand", script("echo begun; sleep 60", 60)).text("InvocationId");
    Awaitility.await().atMost(TIMEOUT).until(() -> output(task(invocation)).equals("begun\n"));

    api.ok("CancelInvocation", Body.of("{}").with("InvocationId", invocation));

    JsonNode task = awaitEnd(invocation);
    assertThat(task.path("TaskStatus").asString()).isEqualTo("TERMINATED");
    assertThat(output(task)).isEqualTo("begun\n");
  }

  private JsonNode run(String script, int timeout) {
    return awaitEnd(api.ok("RunCommand", script(script, timeout)).text("InvocationId"));
  }

  private Body script(String script, int timeout) {
    return Body.run(instanceId)
        .with("Content", Base64.getEncoder().encodeToString(script.getBytes(UTF_8)))
        .with("Username", System.getProperty("user.name"))
        .with("WorkingDirectory", directory.toString())
        .with("Timeout", timeout);
  }

  private JsonNode awaitEnd(String invocation) {
    return Awaitility.await()
        .atMost(TIMEOUT)
        .until(
            () -> task(invocation),
            task ->
                !List.of("PENDING", "DELIVERING", "RUNNING", "CANCELLING")
                    .contains(task.path("TaskStatus").asString()));
  }

  private JsonNode task(String invocationId) {
    return api.tasks(invocationId).get(0);
  }

  private static String output(JsonNode task) {
    return new String(Base64.getDecoder().decode(task.at("/TaskResult/Output").asString()), UTF_8);
  }

  private String status() {
    return api.ok("DescribeRegisterInstances", "{}").text("RegisterInstanceSet/0/Status");
  }

  private Process agent(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(directory.resolve("tat_agent").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("agent.log").toFile()));
    // Whatever happens, it does not reach the real cloud.
    builder.environment().put("MOCK_ENABLE", "1");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    return builder.start();
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("agent.log"));
  }
}
