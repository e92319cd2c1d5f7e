package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Scripts that resist, or want all that there is. */
@DisabledOnOs(OS.WINDOWS)
class HostileScriptsTest extends ProcessTest {
  /** By which the processes of this test are found among those of the host. */
  private final String seconds = "300." + ThreadLocalRandom.current().nextInt(1_000_000_000);

  @Override
  protected String[] settings() {
    return new String[] {"--tat.execution.mode=process"};
  }

  private long sleeping() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .filter(arguments -> Arrays.asList(arguments).contains(seconds))
                    .isPresent())
        .count();
  }

  private void assertKilled(Body body) {
    assertEnd(run(body.with("Timeout", 1)), "TIMEOUT", -1);
    Awaitility.await().untilAsserted(() -> assertThat(sleeping()).isZero());
  }

  @Test
  void fiveHundredProcessesEndWithTheirScript() {
    assertKilled(script("for i in $(seq 500); do sleep " + seconds + " & done; wait"));
  }

  @Test
  void aScriptThatIgnoresSignalsIsKilled() {
    assertKilled(script("trap '' TERM INT HUP QUIT; sleep " + seconds + "; sleep " + seconds));
  }

  @Test
  void aScriptThatClosesItsOutputGoesOn() {
    JsonNode task = run("echo before; exec >&- 2>&-; sleep 0.2; exit 7");

    assertEnd(task, "FAILED", 7);
    assertThat(text(task)).isEqualTo("before\n");
  }

  @Test
  void aScriptThatClosesItsOutputIsKilled() {
    assertKilled(script("exec >&- 2>&-; sleep " + seconds));
  }

  @Test
  void aProcessThatLeavesTheGroupDoesNotDelayTheEnd() {
    JsonNode task = run("setsid sh -c 'sleep 3; echo late' & sleep 0.1; echo done");

    assertEnd(task, "SUCCESS", 0);
    assertThat(text(task)).isEqualTo("done\n");
  }

  @Test
  void aScriptThatGoesElsewhereAndRemovesItsFileEnds() {
    assertEnd(run("rm -f \"$0\"; cd /; exit 5"), "FAILED", 5);
  }

  @Test
  void muchOutputWithoutALineEndIsCounted() {
    long size = 1_000_000_000;

    JsonNode task = run("head -c " + size + " /dev/zero");

    assertEnd(task, "SUCCESS", 0);
    assertThat(output(task)).hasSize(24_576);
    assertThat(task.at("/TaskResult/Dropped").asLong()).isEqualTo(size - 24_576);
  }

  @Test
  void aScriptThatIsNoTextFails() {
    assertThat(run("\u0000\u0001\u0002").path("TaskStatus").asString()).isEqualTo("FAILED");
  }

  @Test
  void namesAreNotParsedByAShell() {
    JsonNode task = run(script("pwd").with("WorkingDirectory", "/tmp; touch " + directory + "/x"));

    assertThat(task.path("ErrorInfo").asString()).startsWith("InvalidWorkingDirectory: ");
    assertThat(run(script("true").with("Username", "root; touch x")).path("ErrorInfo").asString())
        .startsWith("InvalidUser: ");
    assertThat(directory).isEmptyDirectory();
  }
}
