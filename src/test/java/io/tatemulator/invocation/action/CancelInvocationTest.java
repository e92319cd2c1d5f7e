package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.SlowTasksTest;
import io.tatemulator.testing.Standstill;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CancelInvocationTest extends SlowTasksTest {
  private static final String OTHER = "ins-aaaaaaaa";
  private static final String THIRD = "ins-bbbbbbbb";
  private static final String VALUE = "InvalidParameterValue.";

  @Autowired private Scheduler quartz;

  private String start(String... instances) {
    Body longest = Body.run(instances).with("Timeout", 86_400);
    return api.ok("RunCommand", longest).text("InvocationId");
  }

  private String running(String... instances) {
    String id = start(instances);
    awaitTasks(Collections.nCopies(instances.length, "RUNNING").toArray(String[]::new));
    return id;
  }

  private static Body on(String id, String... instances) {
    return Body.of("{}").with("InvocationId", id).with("InstanceIds", List.of(instances));
  }

  private Answer cancel(String id, String... instances) {
    return api.call("CancelInvocation", on(id, instances));
  }

  private Answer invocations() {
    return api.ok("DescribeInvocations", "{}");
  }

  private String status() {
    return status(api);
  }

  private static String status(Api caller) {
    return caller.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus");
  }

  private JsonNode task() {
    return api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
  }

  private List<String> tasks() {
    return invocations().texts("InvocationSet/0/InvocationTaskBasicInfoSet", "TaskStatus");
  }

  private void awaitTasks(String... statuses) {
    await().atMost(Duration.ofSeconds(60)).until(() -> tasks().equals(List.of(statuses)));
  }

  /** All that is shown but for the request's own id. */
  private String shown() {
    return invocations().list("InvocationSet").toString()
        + api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet");
  }

  /** Waits until the executor has had its turn on all that is due. */
  private void passAnHour() {
    Api other = newTenant();
    other.ok("RunCommand", Body.run(INSTANCE).with("Timeout", 86_400));
    awaitStatus(other, "RUNNING");
    clock.advance(Duration.ofHours(1));
    awaitStatus(other, "SUCCESS");
  }

  private static void awaitStatus(Api caller, String status) {
    await().atMost(Duration.ofSeconds(60)).until(() -> status(caller).equals(status));
  }

  @Test
  void answersThePublishedExample() {
    String id = running("ins-zcewfho0");

    assertThat(cancel(id, "ins-zcewfho0").members()).containsExactly("RequestId");
  }

  @Test
  void keepsFromStartingWhatHasNotStarted() {
    Standstill.during(
        quartz,
        () -> {
          String id = start(INSTANCE, OTHER);
          assertThat(status()).isEqualTo("PENDING");
          assertThat(tasks()).containsExactly("PENDING", "PENDING");
          assertThat(task().path("StartTime").isNull()).isTrue();
          assertThat(task().at("/TaskResult/ExecStartTime").isNull()).isTrue();

          assertThat(cancel(id).code()).isEmpty();
        });
    passAnHour();
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(tasks()).containsExactly("CANCELLED", "CANCELLED");
    assertThat(task().path("StartTime").isNull()).isTrue();
    assertThat(task().path("EndTime").isString()).isTrue();
    assertThat(invocations().response().at("/InvocationSet/0/EndTime").isString()).isTrue();
  }

  @Test
  void killsWhatRuns() {
    String id = running(INSTANCE);
    Standstill.during(
        quartz,
        () -> {
          assertThat(cancel(id).code()).isEmpty();

          assertThat(status()).isEqualTo("CANCELLING");
          assertThat(tasks()).containsExactly("CANCELLING");
          assertThat(task().path("EndTime").isNull()).isTrue();
          String before = shown();
          assertThat(cancel(id).code()).as("again").isEmpty();
          assertThat(shown()).isEqualTo(before);
        });
    awaitTasks("TERMINATED");
    passAnHour();
    assertThat(tasks()).containsExactly("TERMINATED");
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(task().path("StartTime").isString()).isTrue();
    assertThat(task().path("EndTime").isString()).isTrue();
    assertThat(task().at("/TaskResult/ExitCode").longValue()).isEqualTo(-1);
  }

  @Test
  void cancelsOnSomeInstancesOnly() {
    String id = running(INSTANCE, OTHER, THIRD);

    assertThat(cancel(id, OTHER, OTHER).code()).isEmpty();

    awaitTasks("RUNNING", "TERMINATED", "RUNNING");
    assertThat(status()).isEqualTo("RUNNING");
    passAnHour();
    assertThat(tasks()).containsExactly("SUCCESS", "TERMINATED", "SUCCESS");
    assertThat(status()).isEqualTo("PARTIAL_CANCELLED");
  }

  @Test
  void cancelsWhatIsLeftOfAnInvocation() {
    String id = running(INSTANCE, OTHER);
    cancel(id, OTHER);
    awaitTasks("RUNNING", "TERMINATED");
    String ended = task().toString();

    assertThat(cancel(id).code()).isEmpty();

    awaitTasks("TERMINATED", "TERMINATED");
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").toString())
        .contains(ended);
  }

  @Test
  void leavesAloneWhatHasEnded() {
    String id = running(INSTANCE);
    passAnHour();
    assertThat(status()).isEqualTo("SUCCESS");
    String before = shown();

    assertThat(cancel(id).code()).isEmpty();
    assertThat(cancel(id, INSTANCE).code()).isEmpty();

    passAnHour();
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void changesNothingWhenOneInstanceIsUnrelated() {
    String id = running(INSTANCE);
    start(OTHER);
    awaitTasks("RUNNING");
    String before = shown();

    assertThat(cancel(id, INSTANCE, OTHER).code())
        .isEqualTo(VALUE + "InstanceIsNotRelatedToInvocation");

    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void setsTheCommandFreeOnceTheScriptIsDead() {
    String command = api.createCommand(Body.command("slow").with("Timeout", 86_400));
    String id = api.ok("InvokeCommand", Body.invoke(command, INSTANCE)).text("InvocationId");
    awaitTasks("RUNNING");
    Body delete = Body.of("{}").with("CommandId", command);
    Standstill.during(
        quartz,
        () -> {
          cancel(id);
          assertThat(api.call("DeleteCommand", delete).code())
              .isEqualTo("ResourceUnavailable.CommandInExecuting");
        });

    awaitTasks("TERMINATED");
    assertThat(api.call("DeleteCommand", delete).code()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidInvocationId",
    "inv-1234567, InvalidParameterValue.InvalidInvocationId",
    "invt-12345678, InvalidParameterValue.InvalidInvocationId",
    "inv-00000000, ResourceNotFound.InvocationNotFound",
    "inv-1234567890123456, ResourceNotFound.InvocationNotFound"
  })
  void refusesWhatIsNoInvocation(String id, String code) {
    assertThat(cancel(id).code()).isEqualTo(code);
  }

  @Test
  void wantsAnInvocation() {
    assertThat(api.call("CancelInvocation", "{}").code()).isEqualTo("MissingParameter");
  }

  @Test
  void takesUpToAHundredInstances() {
    String id = running(INSTANCE);

    assertThat(cancel(id, Collections.nCopies(101, INSTANCE).toArray(String[]::new)).code())
        .isEqualTo(VALUE + "LimitExceeded");
    assertThat(cancel(id, "ins-?").code()).isEqualTo(VALUE + "InvalidInstanceId");
    assertThat(cancel(id, Collections.nCopies(100, INSTANCE).toArray(String[]::new)).code())
        .isEmpty();
    awaitTasks("TERMINATED");
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = running(INSTANCE);

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.call("CancelInvocation", on(id)).code())
          .isEqualTo("ResourceNotFound.InvocationNotFound");
    }
    assertThat(tasks()).containsExactly("RUNNING");
  }
}
