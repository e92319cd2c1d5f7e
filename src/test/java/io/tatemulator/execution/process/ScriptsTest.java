package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scripts that run on this host, through the public API. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest extends ProcessTest {
  private static @TempDir Path cos;

  @Override
  protected String[] settings() {
    return new String[] {"--tat.execution.mode=process", "--tat.execution.cos-dir=" + cos};
  }

  @Test
  void aScriptRunsAsItsUserInItsDirectory() throws IOException {
    JsonNode task = run("whoami; pwd");

    assertEnd(task, "SUCCESS", 0);
    assertThat(text(task))
        .isEqualTo(System.getProperty("user.name") + "\n" + directory.toRealPath() + "\n");
  }

  @Test
  void theExitCodeDecidesTheStatus() {
    assertEnd(run("exit 3"), "FAILED", 3);
    assertEnd(run("true"), "SUCCESS", 0);
  }

  @Test
  void aScriptIsKilledAtItsTimeoutInRealTime() {
    JsonNode task = run(script("echo before; sleep 60; echo after").with("Timeout", 1));

    assertEnd(task, "TIMEOUT", -1);
    assertThat(text(task)).isEqualTo("before\n");
  }

  @Test
  void outputAndErrorsAreOneStreamInOrder() {
    assertThat(text(run("echo 1; echo 2 >&2; echo 3; ls /nowhere-at-all; echo 4")))
        .startsWith("1\n2\n3\n")
        .contains("nowhere-at-all")
        .endsWith("\n4\n");
  }

  @Test
  void theFirst24576BytesAreKeptAndTheOthersCounted() {
    JsonNode task = run("head -c 30000 /dev/zero | tr '\\0' x");

    assertThat(output(task)).hasSize(24_576).containsOnly('x');
    assertThat(task.at("/TaskResult/Dropped").asLong()).isEqualTo(5_424);
  }

  @Test
  void outputIsKeptByteByByte() {
    assertThat(output(run("printf '\\377\\000\\303'"))).containsExactly(0xFF, 0, 0xC3);
  }

  @Test
  void outputOfTheBackgroundIsReadForASecond() {
    JsonNode task = run("(sleep 0.2; echo late) & echo early");

    assertEnd(task, "SUCCESS", 0);
    assertThat(text(task)).isEqualTo("early\nlate\n");
  }

  @Test
  void theTimeoutEndsWithTheScript() {
    JsonNode task = run(script("sleep 3 & echo done").with("Timeout", 1));

    assertEnd(task, "SUCCESS", 0);
  }

  @Test
  void aProcessInTheBackgroundDoesNotKeepTheTaskRunning() {
    JsonNode task = run("sleep 5 & echo done");

    assertEnd(task, "SUCCESS", 0);
    assertThat(text(task)).isEqualTo("done\n");
  }

  @Test
  void anUnknownUserAndAnUnknownDirectoryAreNotStarted() {
    JsonNode user = run(script("true").with("Username", "nobody2"));
    assertNotStarted(user, "InvalidUser: user `nobody2` not exists");

    JsonNode folder = run(script("true").with("WorkingDirectory", "/nope"));
    assertNotStarted(folder, "InvalidWorkingDirectory: working_directory `/nope` not exists");
  }

  @Test
  void aFileIsNoWorkingDirectory() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    JsonNode task = run(script("true").with("WorkingDirectory", file.toString()));

    assertNotStarted(task, "TaskSpawnFailed: Not a directory (os error 20)");
  }

  @Test
  void aCancelledScriptIsKilledWithItsChildren() throws IOException {
    Path pid = directory.resolve("pid");
    String invocation = begin(script("sleep 300 & echo $! > pid; echo started; wait"));
    Awaitility.await().until(() -> Files.exists(pid) && Files.size(pid) > 1);

    api.ok("CancelInvocation", "{'InvocationId': '" + invocation + "'}");
    settle();

    assertEnd(task(invocation), "TERMINATED", -1);
    assertThat(text(task(invocation))).isEqualTo("started\n");
    assertThat(invocationStatus(invocation)).isEqualTo("CANCELLED");
    long child = Long.parseLong(Files.readString(pid).strip());
    Awaitility.await()
        .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void parametersReplaceDefaultsAndHiddenOnesAreNotShown() {
    Body body =
        script("echo {{greeting}} {{name}} $((6 * {{tat-hidden:secret}}))")
            .with("EnableParameter", true)
            .with("DefaultParameters", "{\"greeting\": \"hello\", \"name\": \"world\"}")
            .with("Parameters", "{\"name\": \"a friend\", \"secret\": \"7\"}");

    String invocation = begin(body);
    settle();

    assertThat(text(task(invocation))).isEqualTo("hello a friend 42\n");
    assertThat(
            api.ok("DescribeInvocations", "{'InvocationIds': ['" + invocation + "']}")
                .text("InvocationSet/0/Parameters"))
        .contains("******")
        .doesNotContain("7");
  }

  @Test
  void aCommandIsNotDeletedWhileItRuns() {
    String command =
        api.ok("RunCommand", script("sleep 300").with("SaveCommand", true)).text("CommandId");
    String invocation = api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationId");
    awaitStatus(invocation, "RUNNING");

    assertThat(api.call("DeleteCommand", "{'CommandId': '" + command + "'}").code())
        .isEqualTo("ResourceUnavailable.CommandInExecuting");

    api.ok("CancelInvocation", "{'InvocationId': '" + invocation + "'}");
    settle();
    api.ok("DeleteCommand", "{'CommandId': '" + command + "'}");
  }

  @Test
  void oneOfTwoInstancesFails() {
    Body body =
        script("mkdir first 2>/dev/null && exit 1; exit 0")
            .with("InstanceIds", List.of(INSTANCE, OTHER));

    String invocation = begin(body);
    settle();

    assertThat(tasks(invocation).stream().map(task -> task.path("TaskStatus").asString()))
        .containsExactlyInAnyOrder("FAILED", "SUCCESS");
    assertThat(invocationStatus(invocation)).isEqualTo("PARTIAL_FAILED");
  }

  @Test
  void aScriptHasNoSettingOfTheEmulator() {
    assertThat(text(run("env"))).contains("TERM=xterm-color").doesNotContainIgnoringCase("tat_");
  }

  @Test
  void aScriptsFileIsPrivateAndRemoved() {
    JsonNode task = run("ls -l \"$0\" | cut -c1-10; echo \"$0\"");

    List<String> lines = text(task).lines().toList();
    assertThat(lines.get(0)).isEqualTo("-rw-------");
    assertThat(Path.of(lines.get(1))).doesNotExist();
    assertThat(lines.get(1)).endsWith(task.path("InvocationTaskId").asString() + ".sh");
  }

  @Test
  void theWholeOutputIsUploadedToTheFolderOfCos() throws IOException {
    Body body =
        script("head -c 30000 /dev/zero | tr '\\0' x")
            .with("OutputCOSBucketUrl", "https://bucket-1.cos.ap-guangzhou.myqcloud.com")
            .with("OutputCOSKeyPrefix", "logs");

    JsonNode task = run(body);

    String path =
        "logs/"
            + task.path("InvocationId").asString()
            + "/"
            + task.path("InvocationTaskId").asString()
            + ".log";
    assertThat(task.at("/TaskResult/OutputUrl").asString())
        .isEqualTo("https://bucket-1.cos.ap-guangzhou.myqcloud.com/" + path);
    assertThat(task.at("/TaskResult/OutputUploadCOSErrorInfo").asString()).isEmpty();
    assertThat(cos.resolve("bucket-1.cos.ap-guangzhou.myqcloud.com").resolve(path)).hasSize(30_000);
  }

  @Test
  void anOutputThatCannotBeUploadedHasTheReason() throws IOException {
    Files.createDirectories(cos);
    Files.writeString(cos.resolve("bucket-2.cos.ap-guangzhou.myqcloud.com"), "a file");

    JsonNode task =
        run(
            script("echo kept")
                .with("OutputCOSBucketUrl", "https://bucket-2.cos.ap-guangzhou.myqcloud.com"));

    assertEnd(task, "SUCCESS", 0);
    assertThat(text(task)).isEqualTo("kept\n");
    assertThat(task.at("/TaskResult/OutputUrl").asString()).isEmpty();
    assertThat(task.at("/TaskResult/OutputUploadCOSErrorInfo").asString())
        .startsWith("Upload output to cos failed, please check if " + INSTANCE);
  }

  @Test
  void aResetOfTheTenantKillsItsScripts() throws IOException {
    assertKilledBy("reset?account=100000000001&region=ap-guangzhou");
  }

  @Test
  void aResetKillsScripts() throws IOException {
    assertKilledBy("reset");
  }

  private void assertKilledBy(String reset) throws IOException {
    Path pid = directory.resolve("pid");
    begin(script("echo $$ > pid; sleep 300"));
    Awaitility.await().until(() -> Files.exists(pid) && Files.size(pid) > 1);

    assertThat(control.call("POST", reset, "").status()).isEqualTo(204);

    long leader = Long.parseLong(Files.readString(pid).strip());
    Awaitility.await()
        .until(() -> ProcessHandle.of(leader).filter(ProcessHandle::isAlive).isEmpty());
  }
}
