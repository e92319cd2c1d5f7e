package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done about tasks that the database does not have. */
class StoredTasksTest {
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

  private final TasksInProgress inProgress = mock(TasksInProgress.class);
  private final AgentTasks tasks =
      new AgentTasks(
          inProgress, new AgentSettings(true, Duration.ofMinutes(5), Duration.ofMinutes(5)));
  private final StoredTasks stored =
      new StoredTasks(
          inProgress,
          mock(ReadyTasks.class),
          tasks,
          mock(AgentSessions.class),
          mock(AgentWorker.class));
  private final AgentTask task =
      tasks
          .of(
              List.of(
                  new DueTask(
                      7,
                      1,
                      1,
                      "rins-00000001",
                      TaskStatus.PENDING,
                      NOW,
                      null,
                      Duration.ofMinutes(1),
                      false,
                      null,
                      null)),
              NOW)
          .get(0);

  @Test
  void aTaskOfATransactionInProgressHasNotEnded() {
    when(inProgress.ofIds(any())).thenReturn(List.of());

    stored.review();

    assertThat(task.isStartable()).isTrue();
  }

  @Test
  void aTaskThatIsNoLongerInProgressHasEnded() {
    when(inProgress.ofIds(any())).thenReturn(List.of());
    task.onStored(task.start(NOW, true));

    stored.review();

    assertThat(task.isEndStored()).isTrue();
    assertThat(task.isStartable()).isFalse();
  }
}
