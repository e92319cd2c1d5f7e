package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tatemulator.invocation.InvocationWriter;
import io.tatemulator.invocation.NewInvocation;
import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.invoker.InvokerRecords;
import io.tatemulator.invoker.NewInvokerRecord;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.persistence.BatchTransaction;
import io.tatemulator.time.Fire;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Invokers that are due together, when one of them, or the database, does not let them fire. */
class BadRowTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final int MANY = 40;

  private final InvokerQueue queue = mock(InvokerQueue.class);
  private final FirePlanner planner = mock(FirePlanner.class);
  private final FireFactory factory = mock(FireFactory.class);
  private final InvocationWriter writer = mock(InvocationWriter.class);
  private final InvokerRecords records = mock(InvokerRecords.class);
  private final List<Long> fired = new ArrayList<>();
  private final List<InvokerClaim> passedOver = new ArrayList<>();
  private final List<Fire> observed = new ArrayList<>();
  private final DueInvokers due =
      new DueInvokers(
          queue,
          planner,
          factory,
          writer,
          records,
          TransactionOperations.withoutTransaction(),
          new BatchTransaction(TransactionOperations.withoutTransaction()),
          Clock.fixed(NOW, ZoneOffset.UTC),
          List.of((fires, at) -> observed.addAll(fires)));

  @BeforeEach
  void allClaimsSucceed() {
    when(queue.claim(anyList()))
        .thenAnswer(
            call -> {
              List<InvokerClaim> claims = call.getArgument(0);
              claims.stream().filter(claim -> !claim.fires()).forEach(passedOver::add);
              return claims;
            });
    when(factory.create(anyList(), any())).thenAnswer(call -> fires(call.getArgument(0)));
    doAnswer(
            call -> {
              call.<List<NewInvokerRecord>>getArgument(0)
                  .forEach(record -> fired.add(record.invoker().id()));
              return null;
            })
        .when(records)
        .append(anyList());
  }

  @AfterEach
  void leaveNoTransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  private void areDue(int count, @Nullable Instant next) {
    List<DueInvoker> invokers = LongStream.range(0, count).mapToObj(BadRowTest::invoker).toList();
    when(queue.due(any(), anyInt())).thenReturn(invokers);
    when(planner.plan(anyList(), any()))
        .thenReturn(
            invokers.stream().map(invoker -> new InvokerClaim(invoker, true, next)).toList());
  }

  private static DueInvoker invoker(long id) {
    Schedule once = new Schedule(Schedule.Policy.ONCE, null, NOW);
    return new DueInvoker(id, 1, id, once, NOW, 0, 0, 1, List.of("ins-yx05ky8j"), "", "");
  }

  private static List<NewFire> fires(List<DueInvoker> firing) {
    return firing.stream()
        .map(
            invoker ->
                new NewFire(mock(NewInvocation.class), new NewInvokerRecord(1, invoker, 1, NOW)))
        .toList();
  }

  /** Whatever this invoker is a part of fails. */
  private void poison(long id, RuntimeException failure) {
    when(factory.create(anyList(), any()))
        .thenAnswer(
            call -> {
              List<DueInvoker> firing = call.getArgument(0);
              if (firing.stream().anyMatch(invoker -> invoker.id() == id)) {
                throw failure;
              }
              return fires(firing);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 13, MANY - 1})
  void anInvokerThatCannotFireSkipsOneDueInstantAndTheOthersFireOnce(long bad) {
    Instant next = NOW.plusSeconds(60);
    areDue(MANY, next);
    poison(bad, new DataIntegrityViolationException("on purpose"));

    assertThat(due.run(NOW).more()).isFalse();

    assertThat(fired)
        .containsExactlyElementsOf(
            LongStream.range(0, MANY).filter(id -> id != bad).boxed().toList());
    assertThat(observed).hasSize(MANY - 1);
    assertThat(passedOver).containsExactly(new InvokerClaim(invoker(bad), false, next));
  }

  @Test
  void anInternalErrorAffectsOneInvokerOnly() {
    areDue(2, null);
    poison(1, new IllegalStateException("on purpose"));

    due.run(NOW);

    assertThat(fired).containsExactly(0L);
    assertThat(passedOver).extracting(claim -> claim.invoker().id()).containsExactly(1L);
  }

  @Test
  void aDatabaseFailureLeavesAllInvokersDue() {
    areDue(MANY, null);
    poison(13, new DataAccessResourceFailureException("on purpose"));

    assertThatThrownBy(() -> due.run(NOW)).isInstanceOf(DataAccessResourceFailureException.class);

    verify(queue, times(1)).claim(anyList());
    assertThat(fired).isEmpty();
    assertThat(passedOver).isEmpty();
    assertThat(observed).isEmpty();
  }

  @Test
  void whatHasFiredIsObservedEvenIfTheDatabaseFailsLaterInTheBatch() {
    areDue(4, null);
    when(factory.create(anyList(), any()))
        .thenAnswer(
            call -> {
              List<DueInvoker> firing = call.getArgument(0);
              if (firing.size() == 4) {
                throw new DataIntegrityViolationException("on purpose");
              }
              if (firing.get(0).id() == 2) {
                throw new DataAccessResourceFailureException("on purpose");
              }
              return fires(firing);
            });

    assertThatThrownBy(() -> due.run(NOW)).isInstanceOf(DataAccessResourceFailureException.class);

    assertThat(fired).containsExactly(0L, 1L);
    assertThat(observed).hasSize(2);
  }

  @Test
  void withinATransactionOfManyInstantsAllOfItFails() {
    areDue(MANY, null);
    poison(13, new DataIntegrityViolationException("on purpose"));
    TransactionSynchronizationManager.setActualTransactionActive(true);

    assertThatThrownBy(() -> due.run(NOW)).isInstanceOf(DataIntegrityViolationException.class);

    verify(queue, times(1)).claim(anyList());
    assertThat(passedOver).isEmpty();
  }

  @Test
  void moreMayBeDueAfterAFullBatchOrAnInvokerThatHasMoreToMakeUp() {
    areDue(0, null);
    assertThat(due.run(NOW).more()).isFalse();
    verify(queue, never()).claim(anyList());

    areDue(1, NOW.plusMillis(1));
    assertThat(due.run(NOW).more()).isFalse();
    areDue(1, NOW);
    assertThat(due.run(NOW).more()).isTrue();
    areDue(1000, null);
    assertThat(due.run(NOW).more()).isTrue();
  }
}
