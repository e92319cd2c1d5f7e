package io.tatemulator.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;

/** Executors that break their contract, and batches after which more may be due. */
class TaskDispatcherTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final String FIRST = "ins-aaaaaaaa";
  private static final String SECOND = "ins-bbbbbbbb";

  private final TaskStore store = mock(TaskStore.class);
  private final TaskExecutor standard = mock(TaskExecutor.class);
  private final TaskExecutor special = mock(TaskExecutor.class);
  private final Map<String, TaskStatus> reached = new HashMap<>();

  @BeforeEach
  void noteWhatIsReached() {
    when(standard.isDefault()).thenReturn(true);
    when(standard.start(anyList(), any()))
        .thenAnswer(
            call ->
                call.<List<DueTask>>getArgument(0).stream()
                    .map(task -> TaskProgress.ended(TaskStatus.SUCCESS, TaskResult.NOTHING))
                    .toList());
    doAnswer(
            call -> {
              call.<List<TaskChange>>getArgument(0)
                  .forEach(change -> reached.put(change.task().instanceId(), change.status()));
              return null;
            })
        .when(store)
        .update(anyList());
  }

  private boolean run(String... instances) {
    when(store.due(any(), anyInt()))
        .thenReturn(
            IntStream.range(0, instances.length).mapToObj(i -> task(i, instances)).toList());
    return dispatcher().run(NOW).more();
  }

  private TaskDispatcher dispatcher() {
    return new TaskDispatcher(
        store,
        mock(TasksInProgress.class),
        mock(ReadyTasks.class),
        new ExecutorSelection(List.of(standard, special)),
        new NoOverrides(),
        new BatchTransaction(TransactionOperations.withoutTransaction()));
  }

  private static DueTask task(int id, String... instances) {
    return new DueTask(
        id,
        1,
        1,
        instances[id],
        TaskStatus.PENDING,
        NOW,
        null,
        Duration.ofMinutes(1),
        false,
        null,
        null);
  }

  private void standardReports(TaskProgress... progress) {
    when(standard.start(anyList(), any())).thenReturn(Arrays.asList(progress));
  }

  @Test
  void aTimeThatHasPassedWouldNeverLetTheDueWorkEnd() {
    standardReports(TaskProgress.running(NOW, null));
    assertThat(run(FIRST)).isFalse();
    assertThat(reached).containsEntry(FIRST, TaskStatus.START_FAILED);

    standardReports(TaskProgress.notDeliveredBefore(NOW, null));
    assertThat(run(SECOND)).isFalse();
    assertThat(reached).containsEntry(SECOND, TaskStatus.START_FAILED);
  }

  @Test
  void eachTaskNeedsAProgress() {
    TaskProgress ended = TaskProgress.ended(TaskStatus.SUCCESS, TaskResult.NOTHING);
    standardReports(ended, ended);

    run(FIRST);

    assertThat(reached).containsEntry(FIRST, TaskStatus.START_FAILED);
  }

  @Test
  void anInstanceThatTwoServeFailsAlone() {
    when(special.serves(1, FIRST)).thenReturn(true);
    when(standard.serves(1, FIRST)).thenReturn(true);

    run(FIRST, SECOND);

    assertThat(reached)
        .containsEntry(FIRST, TaskStatus.START_FAILED)
        .containsEntry(SECOND, TaskStatus.SUCCESS);
  }

  @Test
  void thereIsOneDefault() {
    assertThatIllegalStateException().isThrownBy(() -> new ExecutorSelection(List.of(special)));
    assertThatIllegalStateException()
        .isThrownBy(() -> new ExecutorSelection(List.of(standard, standard)));
  }

  @Test
  void moreMayBeDueAfterAFullBatchOnly() {
    String[] many = IntStream.range(0, 1000).mapToObj("ins-%08d"::formatted).toArray(String[]::new);

    assertThat(run(many)).isTrue();
    assertThat(run(Arrays.copyOf(many, 999))).isFalse();
    assertThat(run()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskStatus.class,
      names = {"PENDING", "DELIVERING", "DELIVER_DELAYED", "RUNNING", "CANCELLING", "CANCELLED"})
  void theseStatusesAreNoEnds(TaskStatus status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskProgress.ended(status, TaskResult.NOTHING));
  }

  @Test
  void afterAMoveEachTaskRunsAtItsOwnInstantAndMayBeDueAgain() {
    when(standard.start(anyList(), any()))
        .thenAnswer(
            call -> {
              Instant now = call.getArgument(1);
              return List.of(TaskProgress.notDeliveredBefore(now.plusSeconds(5), null));
            });
    when(store.due(any(), anyInt())).thenReturn(List.of(task(0, FIRST)));

    assertThat(dispatcher().runAtDueInstants(NOW.plusSeconds(4)).more()).isFalse();
    assertThat(dispatcher().runAtDueInstants(NOW.plusSeconds(5)).more()).isTrue();
    verify(standard, times(2)).start(anyList(), eq(NOW));
  }
}
