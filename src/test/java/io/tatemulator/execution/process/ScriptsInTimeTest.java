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

/** Scripts that run on this host, with invokers, moves of the clock and rules. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsInTimeTest extends ProcessTest {
  @Override
  protected String[] settings() {
    return new String[] {"--tat.execution.mode=process"};
  }

  @Test
  void anInvokersRecordFollowsItsScript() {
    String command =
        api.createCommand(
            Body.command("wait")
                .over(
                    script("until [ -e go ]; do sleep 0.02; done; exit 3")
                        .without("InstanceIds")
                        .without("SaveCommand")));
    String invoker =
        api.createInvoker(
            Body.once("2021-08-31T16:01:00Z")
                .with("CommandId", command)
                .with("InstanceIds", List.of(INSTANCE)));
    control.freeze("2021-08-31T16:01:00Z");
    Awaitility.await().until(() -> result(invoker).equals("RUNNING"));

    assertThat(directory.resolve("go").toFile().mkdir()).isTrue();

    Awaitility.await().until(() -> result(invoker).equals("FAILED"));
  }

  @Test
  void anAdvanceWaitsForScriptsAndSaysForWhich() {
    String invocation = begin(script("sleep 0.3; echo done"));

    JsonNode moved = control.advance(Duration.ofHours(1));

    assertEnd(task(invocation), "SUCCESS", 0);
    assertThat(task(invocation).path("EndTime").asString()).isEqualTo(NOW);
    assertThat(moved.at("/waited/tasks/0").asString())
        .isEqualTo(task(invocation).path("InvocationTaskId").asString());
    assertThat(Duration.parse(moved.at("/waited/time").asString()))
        .isGreaterThan(Duration.ofMillis(100));
    assertThat(moved.path("now").asString()).isEqualTo("2021-08-31T17:00:00Z");
  }

  @Test
  void scriptsOfEachInstantHaveEndedBeforeTheNext() {
    String command =
        api.createCommand(
            Body.command("date")
                .over(
                    script("sleep 0.1; echo ran >> log; wc -l < log")
                        .without("InstanceIds")
                        .without("SaveCommand")));
    api.createInvoker(
        Body.recurring("0 * * * *")
            .with("CommandId", command)
            .with("InstanceIds", List.of(INSTANCE)));

    assertThat(control.advance(Duration.ofHours(3)).path("fired").asInt()).isEqualTo(3);

    List<JsonNode> tasks =
        api.ok("DescribeInvocationTasks", "{'HideOutput': false}").list("InvocationTaskSet");
    assertThat(tasks.stream().map(task -> text(task).strip())).containsExactly("3", "2", "1");
    assertThat(tasks.stream().map(task -> task.path("EndTime").asString()))
        .containsExactly("2021-08-31T19:00:00Z", "2021-08-31T18:00:00Z", "2021-08-31T17:00:00Z");
  }

  @Test
  void anOutcomeRuleReplacesAScript() {
    control.ok(
        "PUT",
        "outcomes",
        "{'rules': [{'match': {'content': 'real'}, 'passThrough': true},"
            + " {'outcome': {'exitCode': 5, 'output': 'simulated'}}]}");

    JsonNode simulated = run("echo script");
    JsonNode real = run("echo really");

    assertEnd(simulated, "FAILED", 5);
    assertThat(text(simulated)).isEqualTo("simulated");
    assertEnd(real, "SUCCESS", 0);
    assertThat(text(real)).isEqualTo("really\n");
  }

  @Test
  void anInstanceMayBeSimulated() {
    control.ok("PUT", "instances/" + INSTANCE, "{'executor': 'simulated'}");

    assertThat(text(run("echo script"))).isEmpty();
  }

  private String result(String invoker) {
    List<JsonNode> records =
        api.ok("DescribeInvokerRecords", "{'InvokerIds': ['" + invoker + "']}")
            .list("InvokerRecordSet");
    return records.isEmpty() ? "" : records.get(0).path("Result").asString();
  }
}
