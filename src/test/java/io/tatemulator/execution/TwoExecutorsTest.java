package io.tatemulator.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks of two executors that serve different instances at the same time. */
class TwoExecutorsTest extends ScriptedExecutorTest {
  private static final String OTHER_SCRIPTED = ScriptedExecutor.INSTANCES + "b2";
  private static final String OTHER_SIMULATED = "ins-bbbbbbbb";

  @Test
  void aTaskIsStartedAndPolledUntilItsResultIsThere() {
    startsAndRunsOn();
    run(SCRIPTED);
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");
    control.advance(POLLING);
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");

    // As when a process has ended meanwhile.
    executor.onPoll((task, now) -> ended(task.executorState()));
    control.advance(POLLING.minusMillis(1));
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");
    control.advance(Duration.ofMillis(1));

    assertResult(SCRIPTED, "SUCCESS", 0, "pid 1 has ended");
    assertThat(task(SCRIPTED).path("StartTime").asString()).isEqualTo("2021-08-31T16:00:00Z");
    assertThat(task(SCRIPTED).path("EndTime").asString()).isEqualTo("2021-08-31T16:00:20Z");
    assertThat(executor.calls())
        .containsExactly("start " + SCRIPTED, "poll " + SCRIPTED, "poll " + SCRIPTED);
  }

  @Test
  void aTaskThatIsStillRunningReachesNoStatusAgain() {
    startsAndRunsOn();
    Counter running = emulator.part(MeterRegistry.class).counter("tat.tasks", "status", "RUNNING");
    double before = running.count();

    run(SCRIPTED);
    control.advance(POLLING.multipliedBy(3));

    assertThat(running.count() - before).isEqualTo(1);
  }

  @Test
  void aTaskThatRunsKeepsItsExecutorsStateOverARestart() {
    startsAndRunsOn();
    run(SCRIPTED);

    restart();
    executor = emulator.part(ScriptedExecutor.class);
    executor.onPoll((task, now) -> ended(task.executorState()));
    control.advance(POLLING);

    assertResult(SCRIPTED, "SUCCESS", 0, "pid 1 has ended");
  }

  @Test
  void anInvocationOnAnInstanceOfEachFailsInPart() {
    executor.onStart((task, now) -> TaskProgress.ended(TaskStatus.FAILED, result(3, "no")));

    run(SCRIPTED, SIMULATED);

    assertResult(SCRIPTED, "FAILED", 3, "no");
    assertResult(SIMULATED, "SUCCESS", 0, "");
    assertThat(invocationStatus()).isEqualTo("PARTIAL_FAILED");
  }

  @Test
  void aTaskThatIsNotDeliveredIsStartedAgain() {
    executor.onStart(
        (task, now) ->
            task.status() == TaskStatus.PENDING
                ? TaskProgress.notDeliveredBefore(now.plus(POLLING), "kicked")
                : ended(task.executorState()));

    run(SCRIPTED);
    assertThat(status(SCRIPTED)).isEqualTo("DELIVERING");
    assertThat(task(SCRIPTED).path("StartTime").isNull()).isTrue();
    control.advance(POLLING);

    assertResult(SCRIPTED, "SUCCESS", 0, "kicked has ended");
    assertThat(task(SCRIPTED).path("StartTime").asString()).isEqualTo("2021-08-31T16:00:10Z");
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVER_FAILED", "START_FAILED"})
  void aTaskThatCannotBeStartedHasTheReason(TaskStatus status) {
    TaskResult result = new TaskResult(-1, new byte[0], "InvalidUser: user `x` not exists");
    executor.onStart((task, now) -> TaskProgress.ended(status, result));

    run(SCRIPTED);

    assertResult(SCRIPTED, status.name(), -1, "");
    assertThat(task(SCRIPTED).path("ErrorInfo").asString()).isEqualTo(result.errorInfo());
    assertThat(task(SCRIPTED).path("StartTime").isNull()).isTrue();
  }

  @Test
  void aTaskMayTurnOutNotToHaveStarted() {
    startsAndRunsOn();
    run(SCRIPTED);
    TaskResult result = new TaskResult(-1, new byte[0], "TaskSpawnFailed: Permission denied");
    executor.onPoll((task, now) -> TaskProgress.ended(TaskStatus.START_FAILED, result));
    control.advance(POLLING);

    assertResult(SCRIPTED, "START_FAILED", -1, "");
    assertThat(task(SCRIPTED).path("ErrorInfo").asString()).isEqualTo(result.errorInfo());
  }

  @Test
  void anExecutorThatThrowsFailsItsOwnTasksOnly() {
    run(SIMULATED, SCRIPTED, OTHER_SIMULATED, OTHER_SCRIPTED);

    assertThat(status(SCRIPTED)).isEqualTo("START_FAILED");
    assertThat(status(OTHER_SCRIPTED)).isEqualTo("START_FAILED");
    assertThat(task(SCRIPTED).path("ErrorInfo").asString()).contains("see its log");
    assertThat(status(SIMULATED)).isEqualTo("SUCCESS");
    assertThat(status(OTHER_SIMULATED)).isEqualTo("SUCCESS");
    assertThat(invocationStatus()).isEqualTo("PARTIAL_FAILED");
  }

  @Test
  void anExecutorThatThrowsForOneTaskExecutesTheOthers() {
    executor.onStart(
        (task, now) -> {
          if (task.instanceId().equals(SCRIPTED)) {
            throw new IllegalStateException("on purpose");
          }
          return ended(null);
        });

    run(SCRIPTED, OTHER_SCRIPTED, SIMULATED);

    assertThat(status(SCRIPTED)).isEqualTo("START_FAILED");
    assertThat(status(OTHER_SCRIPTED)).isEqualTo("SUCCESS");
    assertThat(status(SIMULATED)).isEqualTo("SUCCESS");
  }
}
