package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.PausedDueWork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The statuses through which an invocation and its tasks pass when it is cancelled. */
class CancelledInvocationTest extends CancellationTest {
  @Test
  void aPendingTaskNeverStarts() {
    PausedDueWork.during(
        dueWork,
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
  void keepsFromStartingOnSomeInstancesOnly() {
    PausedDueWork.during(
        dueWork,
        () -> {
          String id = start(INSTANCE, OTHER);

          assertThat(cancel(id, OTHER).code()).isEmpty();

          assertThat(tasks()).containsExactly("PENDING", "CANCELLED");
        });
    awaitTasks("RUNNING", "CANCELLED");
    passAnHour();
    assertThat(tasks()).containsExactly("SUCCESS", "CANCELLED");
    assertThat(status()).isEqualTo("PARTIAL_CANCELLED");
  }

  @Test
  void remainingTasksStillTimeOut() {
    // An hour's work in a minute.
    String id = api.ok("RunCommand", Body.run(INSTANCE, OTHER)).text("InvocationId");
    awaitTasks("RUNNING", "RUNNING");
    cancel(id, OTHER);
    awaitTasks("RUNNING", "TERMINATED");

    advance(Duration.ofMinutes(1));

    awaitTasks("TIMEOUT", "TERMINATED");
    assertThat(status()).isEqualTo("PARTIAL_CANCELLED");
  }

  @Test
  void killsWhatRuns() {
    String id = running(INSTANCE);
    PausedDueWork.during(
        dueWork,
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
}
