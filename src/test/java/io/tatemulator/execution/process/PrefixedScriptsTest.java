package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Scripts that run through a command. Here it only sets a variable, on the same host. */
@DisabledOnOs(OS.WINDOWS)
class PrefixedScriptsTest extends ProcessTest {
  private static final String ODD = "a b \"c\" $HOME `x` \\ {{d}} 中文";

  @BeforeEach
  void declare() {
    exec("env", "ODD=" + ODD);
  }

  private void exec(String... arguments) {
    control.ok(
        "PUT",
        "instances/" + INSTANCE,
        Body.of("{'executor': 'process'}").with("exec", List.of(arguments)).json());
  }

  @Test
  void aScriptIsRunByTheShellOfTheCommandAsItIs() throws IOException {
    JsonNode task = run("printf '%s\\n' \"$ODD\" '" + ODD + "'; pwd; cat; exit 4");

    assertEnd(task, "FAILED", 4);
    assertThat(text(task).lines()).containsExactly(ODD, ODD, directory.toRealPath().toString());
  }

  @Test
  void onlyTheDeclaredInstanceHasIt() {
    assertEnd(run(script("exit 4").with("InstanceIds", List.of(OTHER))), "SUCCESS", 0);
  }

  @Test
  void whatCannotBeStartedThereIsNotStarted() {
    JsonNode user = run(script("true").with("Username", "nobody2"));
    assertNotStarted(user, "InvalidUser: user `nobody2` not exists");

    JsonNode folder = run(script("true").with("WorkingDirectory", "/nope"));
    assertNotStarted(folder, "InvalidWorkingDirectory: working_directory `/nope` not exists");

    exec("/no/such/command");
    JsonNode command = run("true");
    assertNotStarted(command, "TaskSpawnFailed: No such file or directory (os error 2)");
  }

  @Test
  void aTimeoutKillsTheCommand() {
    JsonNode task = run(script("echo before; sleep 60").with("Timeout", 1));

    assertEnd(task, "TIMEOUT", -1);
    assertThat(text(task)).isEqualTo("before\n");
  }

  @Test
  void nothingIsLeftOfTheScript() throws IOException {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    exec("env", "TMPDIR=" + temporary);

    assertThat(text(run("ls \"$TMPDIR\" | wc -l")).strip()).isEqualTo("1");

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void argumentsThatNoCommandHasAreRefused() {
    String path = "instances/" + INSTANCE;
    assertThat(control.call("PUT", path, "{'exec': ['']}").status()).isEqualTo(400);
    assertThat(control.call("PUT", path, "{'exec': [null, 'a']}").error()).contains("exec");
    assertThat(control.call("PUT", path, "{'exec': ['a\\u0000']}").status()).isEqualTo(400);
    assertThat(
            control
                .call("PUT", path, Body.of("{}").with("exec", List.of("x".repeat(4_000))).json())
                .error())
        .contains("exec");
    assertThat(control.call("PUT", path, "{'executor': 'docker'}").error())
        .isEqualTo(
            "invalid value for `executor`: expected one of simulated, process, agent, got docker");
  }
}
