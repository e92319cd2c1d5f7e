package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.SlowTasksTest;
import io.tatemulator.time.DueWorkRunner;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A test that cancels invocations, whose tasks run for an hour unless it does. */
abstract class CancellationTest extends SlowTasksTest {
  static final String OTHER = "ins-aaaaaaaa";
  static final String THIRD = "ins-bbbbbbbb";
  static final String VALUE = "InvalidParameterValue.";

  final DueWorkRunner dueWork = part(DueWorkRunner.class);

  String start(String... instances) {
    Body longest = Body.run(instances).with("Timeout", 86_400);
    return api.ok("RunCommand", longest).text("InvocationId");
  }

  String running(String... instances) {
    String id = start(instances);
    awaitTasks(Collections.nCopies(instances.length, "RUNNING").toArray(String[]::new));
    return id;
  }

  static Body on(String id, String... instances) {
    return Body.of("{}").with("InvocationId", id).with("InstanceIds", List.of(instances));
  }

  Answer cancel(String id, String... instances) {
    return api.call("CancelInvocation", on(id, instances));
  }

  Answer invocations() {
    return api.ok("DescribeInvocations", "{}");
  }

  String status() {
    return api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus");
  }

  JsonNode task() {
    return api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
  }

  List<String> tasks() {
    return invocations().texts("InvocationSet/0/InvocationTaskBasicInfoSet", "TaskStatus");
  }

  void awaitTasks(String... statuses) {
    settle();
    assertThat(tasks()).containsExactly(statuses);
  }

  /** All that is shown but for the request's own id. */
  String shown() {
    return invocations().list("InvocationSet").toString()
        + api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet");
  }

  /** Has the executor have its turn on all that is due by then. */
  void passAnHour() {
    advance(Duration.ofHours(1));
  }
}
