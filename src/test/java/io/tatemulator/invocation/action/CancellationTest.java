package io.tatemulator.invocation.action;

import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.SlowTasksTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A test that cancels invocations, whose tasks run for an hour unless it does. */
abstract class CancellationTest extends SlowTasksTest {
  static final String OTHER = "ins-aaaaaaaa";
  static final String THIRD = "ins-bbbbbbbb";
  static final String VALUE = "InvalidParameterValue.";

  @Autowired Scheduler quartz;

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
    return status(api);
  }

  static String status(Api caller) {
    return caller.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus");
  }

  JsonNode task() {
    return api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
  }

  List<String> tasks() {
    return invocations().texts("InvocationSet/0/InvocationTaskBasicInfoSet", "TaskStatus");
  }

  void awaitTasks(String... statuses) {
    await().atMost(Duration.ofSeconds(60)).until(() -> tasks().equals(List.of(statuses)));
  }

  /** All that is shown but for the request's own id. */
  String shown() {
    return invocations().list("InvocationSet").toString()
        + api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet");
  }

  /** Waits until the executor has had its turn on all that is due. */
  void passAnHour() {
    Api other = newTenant();
    other.ok("RunCommand", Body.run(INSTANCE).with("Timeout", 86_400));
    awaitStatus(other, "RUNNING");
    clock.advance(Duration.ofHours(1));
    awaitStatus(other, "SUCCESS");
  }

  static void awaitStatus(Api caller, String status) {
    await().atMost(Duration.ofSeconds(60)).until(() -> status(caller).equals(status));
  }
}
