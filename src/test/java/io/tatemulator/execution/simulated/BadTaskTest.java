package io.tatemulator.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskLedger;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.storage.BatchTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

/** Tasks that are due together, when one of them cannot be executed. */
class BadTaskTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final int MANY = 40;

  private final TaskLedger ledger = mock(TaskLedger.class);
  private final OutcomeChoice choice = mock(OutcomeChoice.class);
  private final Map<Long, TaskStatus> reached = new TreeMap<>();
  private final SimulatedExecutor executor =
      new SimulatedExecutor(
          ledger,
          choice,
          new TaskSteps(new SimulationSettings(Duration.ZERO)),
          new BatchTransaction(TransactionOperations.withoutTransaction()));

  @BeforeEach
  void noteWhatIsReached() {
    when(choice.of(anyList())).thenAnswer(call -> ordinary(call.getArgument(0)));
    doAnswer(
            call -> {
              call.<List<TaskChange>>getArgument(0)
                  .forEach(change -> reached.put(change.task().id(), change.status()));
              return null;
            })
        .when(ledger)
        .apply(anyList(), any());
  }

  private static List<Outcome> ordinary(List<DueTask> tasks) {
    return Collections.nCopies(tasks.size(), Outcome.ORDINARY);
  }

  private void areDue(TaskStatus status, @Nullable String note) {
    when(ledger.due(any(), anyInt()))
        .thenReturn(
            LongStream.range(0, MANY)
                .mapToObj(
                    id -> new DueTask(id, id, status, NOW, Duration.ofMinutes(1), false, note))
                .toList());
  }

  /** No outcome can be chosen for the batches that this task is in. */
  private void poison(long id, Throwable failure) {
    when(choice.of(anyList()))
        .thenAnswer(
            call -> {
              List<DueTask> tasks = call.getArgument(0);
              if (tasks.stream().anyMatch(task -> task.id() == id)) {
                throw failure;
              }
              return ordinary(tasks);
            });
  }

  private void assertOnlyThisOneFailed(long bad) {
    assertThat(reached).hasSize(MANY).containsEntry(bad, TaskStatus.START_FAILED);
    assertThat(reached.values())
        .filteredOn(status -> status == TaskStatus.SUCCESS)
        .hasSize(MANY - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 13, MANY - 1})
  void allOthersEndAsEver(long bad) {
    areDue(TaskStatus.PENDING, null);
    poison(bad, new IllegalStateException("on purpose"));

    assertThat(executor.runDue(NOW)).isFalse();

    assertOnlyThisOneFailed(bad);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "DELIVERING", "RUNNING"})
  void whateverItsStatusIs(TaskStatus status) {
    areDue(status, null);
    poison(7, new IllegalStateException("on purpose"));

    executor.runDue(NOW);

    assertOnlyThisOneFailed(7);
  }

  @Test
  void evenWhenItTakesAllMemory() {
    areDue(TaskStatus.PENDING, null);
    poison(7, new OutOfMemoryError("on purpose"));

    executor.runDue(NOW);

    assertOnlyThisOneFailed(7);
  }

  @Test
  void aFailureOfTheDatabaseIsNoTasksFaultAndAllStayDue() {
    areDue(TaskStatus.PENDING, null);
    poison(7, new DataAccessResourceFailureException("on purpose"));

    assertThatThrownBy(() -> executor.runDue(NOW))
        .isInstanceOf(DataAccessResourceFailureException.class);

    assertThat(reached).isEmpty();
  }
}
