package io.tatemulator.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TaskStore;
import io.tatemulator.invocation.TasksInProgress;
import io.tatemulator.persistence.BatchTransaction;
import io.tatemulator.time.BatchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

/** Tasks that are due together, when one of them cannot be executed. */
class BadTaskTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final String INSTANCE = "ins-yx05ky8j";
  private static final int MANY = 40;

  private final TaskStore store = mock(TaskStore.class);
  private final TaskExecutor executor = mock(TaskExecutor.class);
  private final Map<Long, TaskStatus> reached = new TreeMap<>();

  @BeforeEach
  void noteWhatIsReached() {
    when(executor.isDefault()).thenReturn(true);
    onEachCall(call -> ordinary(call.getArgument(0)));
    doAnswer(
            call -> {
              call.<List<TaskChange>>getArgument(0)
                  .forEach(change -> reached.put(change.task().id(), change.status()));
              return null;
            })
        .when(store)
        .update(anyList());
  }

  private void onEachCall(Answer<List<TaskProgress>> answer) {
    when(executor.start(anyList(), any())).thenAnswer(answer);
    when(executor.poll(anyList(), any())).thenAnswer(answer);
    when(executor.cancel(anyList(), any())).thenAnswer(answer);
  }

  private static List<TaskProgress> ordinary(List<DueTask> tasks) {
    return Collections.nCopies(
        tasks.size(), TaskProgress.ended(TaskStatus.SUCCESS, TaskResult.NOTHING));
  }

  private BatchResult run() {
    return new TaskDispatcher(
            store,
            mock(TasksInProgress.class),
            mock(ReadyTasks.class),
            new ExecutorSelection(List.of(executor)),
            new NoOverrides(),
            new BatchTransaction(TransactionOperations.withoutTransaction()))
        .run(NOW);
  }

  private void areDue(TaskStatus status) {
    when(store.due(any(), anyInt()))
        .thenReturn(
            LongStream.range(0, MANY)
                .mapToObj(
                    id ->
                        new DueTask(
                            id,
                            1,
                            id,
                            INSTANCE,
                            status,
                            NOW,
                            NOW,
                            Duration.ofMinutes(1),
                            false,
                            null,
                            null))
                .toList());
  }

  /** The executor fails for the batches that this task is in. */
  private void poison(long id, Throwable failure) {
    onEachCall(
        call -> {
          List<DueTask> tasks = call.getArgument(0);
          if (tasks.stream().anyMatch(task -> task.id() == id)) {
            throw failure;
          }
          return ordinary(tasks);
        });
  }

  private void assertFailsAlone(long bad, TaskStatus status, Throwable failure) {
    areDue(status);
    poison(bad, failure);

    assertThat(run().more()).isFalse();

    assertThat(reached).hasSize(MANY).containsEntry(bad, TaskStatus.START_FAILED);
    assertThat(reached.values())
        .filteredOn(reachedStatus -> reachedStatus == TaskStatus.SUCCESS)
        .hasSize(MANY - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 13, MANY - 1})
  void aTaskThatCannotBeExecutedFailsAlone(long bad) {
    assertFailsAlone(bad, TaskStatus.PENDING, new IllegalStateException("on purpose"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "DELIVERING", "RUNNING", "CANCELLING"})
  void whateverItsStatusIs(TaskStatus status) {
    assertFailsAlone(7, status, new IllegalStateException("on purpose"));
  }

  @Test
  void aTaskThatUsesAllMemoryFailsAlone() {
    assertFailsAlone(7, TaskStatus.PENDING, new OutOfMemoryError("on purpose"));
  }

  @Test
  void aDatabaseFailureLeavesAllTasksDue() {
    areDue(TaskStatus.PENDING);
    poison(7, new DataAccessResourceFailureException("on purpose"));

    assertThatThrownBy(this::run).isInstanceOf(DataAccessResourceFailureException.class);

    assertThat(reached).isEmpty();
  }
}
