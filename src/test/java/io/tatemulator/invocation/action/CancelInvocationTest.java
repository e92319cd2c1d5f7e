package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.PausedDueWork;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancelInvocationTest extends CancellationTest {
  @Test
  void answersThePublishedExample() {
    String id = running("ins-zcewfho0");

    assertThat(cancel(id, "ins-zcewfho0").members()).containsExactly("RequestId");
  }

  @Test
  void cancelsWhatAnInvokerHasStartedAndTheRecordFollows() {
    String command = api.createCommand(Body.command("slow").with("Timeout", 86_400));
    api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)).with("CommandId", command));
    advance(Duration.ofHours(1));
    awaitTasks("RUNNING");

    cancel(invocations().text("InvocationSet/0/InvocationId"));

    awaitTasks("TERMINATED");
    assertThat(api.ok("DescribeInvokerRecords", "{}").text("InvokerRecordSet/0/Result"))
        .isEqualTo("CANCELLED");
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
  void aCommandCanBeDeletedOnceItsTasksAreTerminated() {
    String command = api.createCommand(Body.command("slow").with("Timeout", 86_400));
    String id = api.ok("InvokeCommand", Body.invoke(command, INSTANCE)).text("InvocationId");
    awaitTasks("RUNNING");
    Body delete = Body.of("{}").with("CommandId", command);
    PausedDueWork.during(
        dueWork,
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
