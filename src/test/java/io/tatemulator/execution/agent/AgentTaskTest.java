package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A task between the dispatcher and an agent. */
class AgentTaskTest {
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final Instance.Key MACHINE = new Instance.Key(1, "rins-00000001");
  private static final long PROCESS = 4_711;

  private final AgentTask task = task(AgentTaskState.until(LATER), false);

  private static AgentTask task(AgentTaskState state, boolean running) {
    return new AgentTask(7, MACHINE, state, new byte[0], running);
  }

  @Test
  void itIsStartedWhenTheDatabaseHasIt() throws InterruptedException {
    long report = task.requestStart(PROCESS);
    AgentTask.Step step = task.start(NOW, true);
    assertThat(step.progress().status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(task.awaitStored(report, Duration.ZERO)).isFalse();

    task.onStored(step);

    assertThat(task.awaitStored(report, Duration.ZERO)).isTrue();
    assertThat(task.isRunning()).isTrue();
    assertThat(task.isStartable()).isFalse();
  }

  @Test
  void aStartThatWasRefusedMeanwhileIsListedAgain() throws InterruptedException {
    task.requestStart(PROCESS);
    AgentTask.Step step = task.start(NOW, true);
    task.refuseStart();
    task.onStored(step);
    assertThat(task.isStartable()).isTrue();

    long again = task.requestStart(PROCESS);

    assertThat(task.awaitStored(again, Duration.ZERO)).isTrue();
    assertThat(task.isStartable()).isFalse();
  }

  @Test
  void aRollbackChangesNothing() {
    AgentTask running = task(AgentTaskState.until(LATER), true);
    assertThat(running.kill(LATER, LATER).progress().status()).isEqualTo(TaskStatus.TASK_TIMEOUT);
    assertThat(task.start(LATER, true).progress().status()).isEqualTo(TaskStatus.DELIVER_FAILED);

    assertThat(running.poll().progress().status()).isEqualTo(TaskStatus.RUNNING);
    running.finish(TaskStatus.SUCCESS, 0, "");
    assertThat(running.poll().progress().status()).isEqualTo(TaskStatus.SUCCESS);
    assertThat(task.start(NOW, true).progress().status()).isEqualTo(TaskStatus.DELIVERING);
    assertThat(task.start(NOW, false).progress().status()).isEqualTo(TaskStatus.DELIVER_DELAYED);
  }

  @Test
  void anEndOfTheDispatcherIsFinal() {
    AgentTask running = task(AgentTaskState.until(LATER), true);
    running.onStored(running.kill(LATER, LATER));

    running.finish(TaskStatus.SUCCESS, 0, "");

    assertThat(running.poll().progress().status()).isEqualTo(TaskStatus.TASK_TIMEOUT);
  }

  @Test
  void itsStateOutlivesTheProcess() {
    task.requestStart(PROCESS);
    task.onStored(task.start(NOW, true));
    task.append(0, "a".getBytes(UTF_8), 0);
    task.append(2, "c".getBytes(UTF_8), 5);
    AgentTask.Step step = task.poll();

    AgentTask restored =
        new AgentTask(
            7,
            MACHINE,
            AgentTaskState.read(step.progress().executorState(), AgentTaskState.until(NOW)),
            step.progress().result().output(),
            true);
    restored.append(1, "b".getBytes(UTF_8), 0);
    restored.finish(TaskStatus.SUCCESS, 0, "");

    assertThat(restored.poll().progress().result().output()).asString().isEqualTo("abc");
    assertThat(restored.poll().progress().result().dropped()).isEqualTo(5);
    assertThat(task.endUnlessOf(PROCESS)).isFalse();
    assertThat(task.endUnlessOf(PROCESS + 1)).isTrue();
  }

  @Test
  void aStateOfASnapshotMayBeAnything() {
    AgentTaskState fallback = AgentTaskState.until(NOW);

    for (String text :
        new String[] {null, "", "null", "{}", "[]", "{\"next\": \"x\"}", "no json"}) {
      assertThat(AgentTaskState.read(text, fallback)).isEqualTo(fallback);
    }
  }
}
