package io.tatemulator.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tasks that are cancelled, or run longer than their timeout of a minute. */
class KilledTasksTest extends ScriptedExecutorTest {
  @Test
  void aTaskThatWaitsIsCancelledWithoutACall() {
    executor.onStart((task, now) -> TaskProgress.notDeliveredBefore(now.plus(POLLING), null));
    String id = run(SCRIPTED);

    cancel(id);
    control.advance(POLLING);

    assertThat(status(SCRIPTED)).isEqualTo("CANCELLED");
    assertThat(executor.calls()).containsExactly("start " + SCRIPTED);
  }

  @Test
  void aTaskThatRunsIsKilledWhenItIsCancelled() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.killed(result(-1, "half")));
    String id = run(SCRIPTED, SIMULATED);

    cancel(id);

    assertResult(SCRIPTED, "TERMINATED", -1, "half");
    assertThat(status(SIMULATED)).isEqualTo("SUCCESS");
    assertThat(invocationStatus()).isEqualTo("PARTIAL_CANCELLED");
    assertThat(executor.calls()).containsExactly("start " + SCRIPTED, "cancel " + SCRIPTED);
  }

  @Test
  void aTaskIsCancellingUntilItsExecutorReportsItsEnd() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.running(now.plus(POLLING), "killing"));
    String id = run(SCRIPTED);
    cancel(id);
    assertThat(status(SCRIPTED)).isEqualTo("CANCELLING");
    control.advance(POLLING);
    assertThat(status(SCRIPTED)).isEqualTo("CANCELLING");

    executor.onCancel((task, now) -> TaskProgress.killed(result(-1, "" + task.executorState())));
    control.advance(POLLING);

    assertResult(SCRIPTED, "TERMINATED", -1, "killing");
  }

  @Test
  void aTaskThatEndsBeforeItIsKilledHasEndedByItself() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.ended(TaskStatus.FAILED, result(7, "all")));
    cancel(run(SCRIPTED));

    assertResult(SCRIPTED, "FAILED", 7, "all");
  }

  @Test
  void aTaskThatRunsLongerThanItsTimeoutIsKilled() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.killed(result(-1, "half")));
    run(SCRIPTED);
    control.advance(Duration.ofMillis(59_999));
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");

    control.advance(Duration.ofMillis(1));

    assertResult(SCRIPTED, "TIMEOUT", -1, "half");
    assertThat(task(SCRIPTED).path("EndTime").asString()).isEqualTo("2021-08-31T16:01:00Z");
    assertThat(executor.calls()).endsWith("poll " + SCRIPTED, "cancel " + SCRIPTED);
  }

  @Test
  void aTaskThatEndsAtItsTimeoutIsNotKilled() {
    executor.onStart((task, now) -> TaskProgress.running(Instant.MAX, "pid 1"));
    executor.onPoll((task, now) -> ended(task.executorState()));
    run(SCRIPTED);
    control.advance(Duration.ofSeconds(60));

    assertResult(SCRIPTED, "SUCCESS", 0, "pid 1 has ended");
  }

  @Test
  void aTaskThatDiesLateHasItsOutput() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.running(now.plusSeconds(2), "killing"));
    run(SCRIPTED);
    control.advance(Duration.ofSeconds(60));
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");

    executor.onPoll((task, now) -> TaskProgress.killed(result(-1, "" + task.executorState())));
    control.advance(Duration.ofSeconds(2));

    assertResult(SCRIPTED, "TIMEOUT", -1, "killing");
  }

  @Test
  void aTaskThatDoesNotDieEndsWithoutItsExecutor() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.running(Instant.MAX, null));
    run(SCRIPTED);
    control.advance(Duration.ofSeconds(60).plus(TaskTransitions.MAX_KILL_TIME).minusMillis(1));
    assertThat(status(SCRIPTED)).isEqualTo("RUNNING");

    control.advance(Duration.ofMillis(1));

    assertResult(SCRIPTED, "TIMEOUT", -1, "");
  }

  @Test
  void aCancelledTaskThatDoesNotDieEndsAtItsTimeout() {
    startsAndRunsOn();
    executor.onCancel((task, now) -> TaskProgress.running(Instant.MAX, null));
    cancel(run(SCRIPTED));
    control.advance(Duration.ofSeconds(60).plus(TaskTransitions.MAX_KILL_TIME).minusMillis(1));
    assertThat(status(SCRIPTED)).isEqualTo("CANCELLING");

    control.advance(Duration.ofMillis(1));

    assertThat(status(SCRIPTED)).isEqualTo("TIMEOUT");
  }
}
