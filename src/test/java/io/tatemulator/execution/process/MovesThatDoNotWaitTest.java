package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Moves of the clock past the timeouts of scripts that are still running. */
@DisabledOnOs(OS.WINDOWS)
class MovesThatDoNotWaitTest extends ProcessTest {
  @Override
  protected String[] settings() {
    return new String[] {
      "--tat.execution.mode=process",
      "--tat.execution.advance-wait=0s",
      "--tat.execution.max-concurrent=1"
    };
  }

  @Test
  void aScriptIsKilledAtItsTimeoutByTheEmulatorsClock() {
    String invocation = begin(script("sleep 300").with("Timeout", 60));
    awaitStatus(invocation, "RUNNING");

    JsonNode moved = control.advance(Duration.ofMinutes(2));

    assertThat(moved.has("waited")).isFalse();
    awaitStatus(invocation, "TIMEOUT");
    assertEnd(task(invocation), "TIMEOUT", -1);
    assertThat(task(invocation).path("StartTime").asString()).isEqualTo(NOW);
  }

  @Test
  void aTaskThatHasWaitedRunsWhenTheKilledOneHasEnded() {
    String first = begin(script("sleep 300").with("Timeout", 60));
    awaitStatus(first, "RUNNING");
    String second = begin(script("echo second"));
    awaitStatus(second, "DELIVERING");

    control.advance(Duration.ofSeconds(90));

    awaitStatus(second, "SUCCESS");
    assertEnd(task(first), "TIMEOUT", -1);
  }

  @Test
  void scriptsThatStartWithinAMoveAreNotLost() {
    String command =
        api.createCommand(
            Body.command("slow")
                .over(
                    script("echo >> log; sleep 300").without("InstanceIds").without("SaveCommand"))
                .with("Timeout", 60));
    api.createInvoker(
        Body.recurring("0 * * * *")
            .with("CommandId", command)
            .with("InstanceIds", List.of(INSTANCE)));

    control.advance(Duration.ofMinutes(90));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        api.ok("DescribeInvocationTasks", "{}")
                            .texts("InvocationTaskSet", "TaskStatus"))
                    .containsOnly("TIMEOUT"));
  }

  @Test
  void aScriptWithinItsTimeoutRunsOn() {
    String invocation = begin(script("until [ -e go ]; do sleep 0.02; done").with("Timeout", 600));
    awaitStatus(invocation, "RUNNING");

    control.advance(Duration.ofMinutes(2));

    assertThat(status(invocation)).isEqualTo("RUNNING");
    assertThat(directory.resolve("go").toFile().mkdir()).isTrue();
    awaitStatus(invocation, "SUCCESS");
    assertThat(task(invocation).path("EndTime").asString()).isEqualTo("2021-08-31T16:02:00Z");
  }
}
