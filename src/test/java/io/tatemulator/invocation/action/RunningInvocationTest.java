package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.SlowTasksTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An invocation while it runs, and how it ends. */
class RunningInvocationTest extends SlowTasksTest {
  private String command;
  private String invoker;

  @BeforeEach
  void startAnInvocation() {
    command = api.createCommand(Body.command("slow").with("Timeout", 86_400));
    invoker = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)).with("CommandId", command));
    advance(Duration.ofHours(1));
    awaitResult("RUNNING");
  }

  private void awaitResult(String result) {
    assertThat(record()).isEqualTo(result);
  }

  private String record() {
    return api.ok("DescribeInvokerRecords", "{}").text("InvokerRecordSet/0/Result");
  }

  private JsonNode invocation() {
    return api.ok("DescribeInvocations", "{}").list("InvocationSet").get(0);
  }

  private JsonNode task() {
    return api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
  }

  private Answer deleteCommand() {
    return api.call("DeleteCommand", "{'CommandId': '" + command + "'}");
  }

  @Test
  void hasNoEndYet() {
    assertThat(invocation().path("InvocationStatus").asString()).isEqualTo("RUNNING");
    assertThat(invocation().path("EndTime").isNull()).isTrue();
    assertThat(invocation().path("StartTime").isString()).isTrue();
    assertThat(task().path("TaskStatus").asString()).isEqualTo("RUNNING");
    assertThat(task().path("EndTime").isNull()).isTrue();
    assertThat(task().path("StartTime").isString()).isTrue();
    assertThat(task().at("/TaskResult/ExecEndTime").isNull()).isTrue();
  }

  @Test
  void endsAndTheRecordFollows() {
    advance(Duration.ofHours(1));

    awaitResult("SUCCESS");
    assertThat(invocation().path("InvocationStatus").asString()).isEqualTo("SUCCESS");
    assertThat(invocation().path("EndTime").asString())
        .isGreaterThan(invocation().path("StartTime").asString())
        .isEqualTo(invocation().path("UpdatedTime").asString());
    assertThat(task().path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(task().at("/TaskResult/ExecEndTime")).isEqualTo(task().path("EndTime"));
  }

  @Test
  void isKilledWhenItsTimeIsUp() {
    api = newTenant();
    // The published command has 60 seconds.
    api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    advance(Duration.ofHours(1));
    awaitResult("RUNNING");

    advance(Duration.ofSeconds(60));

    awaitResult("TIMEOUT");
    assertThat(task().path("TaskStatus").asString()).isEqualTo("TIMEOUT");
    assertThat(task().at("/TaskResult/ExitCode").asLong()).isEqualTo(-1);
  }

  @Test
  void keepsItsCommandFromBeingDeleted() {
    assertThat(deleteCommand().code()).isEqualTo("ResourceUnavailable.CommandInInvoker");
    api.ok("DeleteInvoker", "{'InvokerId': '" + invoker + "'}");
    assertThat(deleteCommand().code()).isEqualTo("ResourceUnavailable.CommandInExecuting");

    advance(Duration.ofHours(1));
    awaitResult("SUCCESS");

    assertThat(deleteCommand().code()).isEmpty();
  }

  @Test
  void goesOnWhenItsInvokerIsDisabled() {
    api.ok("DisableInvoker", "{'InvokerId': '" + invoker + "'}");

    advance(Duration.ofHours(1));

    awaitResult("SUCCESS");
  }
}
