package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.schedule.ClockAdvancer.Progress;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.DueWorkRunner;
import io.tatemulator.time.EmulatorClock;
import io.tatemulator.time.Fires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionOperations;

/** What requests see of a move, which are handled between its sections. */
class ClockAdvancerTest {
  private static final RealTimeSettings SETTINGS = new RealTimeSettings(Duration.ofSeconds(1));

  private static final Instant START = Instant.parse("2021-08-31T15:59:00Z");
  private static final Instant DUE = START.plusSeconds(60);
  private static final Instant LATER = START.plusSeconds(120);
  private static final Instant TARGET = START.plusSeconds(600);

  private final EmulatorClock clock = new EmulatorClock(Clock.systemUTC());
  private final DueWorkRunner dueWork = mock(DueWorkRunner.class);
  private final DueInvokers invokers = mock(DueInvokers.class);
  private final RequestGate requests = mock(RequestGate.class);
  private final TreeSet<Instant> due = new TreeSet<>(List.of(DUE, LATER));

  /** The instants at which due work has been done. */
  private final List<Instant> done = new ArrayList<>();

  /** What the clock shows to requests that have their turn after each section. */
  private final List<Instant> shown = new ArrayList<>();

  @BeforeEach
  void begin() {
    clock.set(ClockState.frozenAt(START));
    when(dueWork.drain())
        .thenAnswer(
            call -> {
              done.add(clock.instant());
              return BatchResult.DONE;
            });
    when(dueWork.nextDueAfter(any()))
        .thenAnswer(call -> Optional.ofNullable(due.higher(call.getArgument(0))));
    when(requests.runExclusively(any()))
        .thenAnswer(
            call -> {
              Object result = call.<Supplier<?>>getArgument(0).get();
              shown.add(clock.instant());
              return result;
            });
  }

  private Progress advance(TransactionOperations transaction) {
    return new ClockAdvancer(clock, dueWork, invokers, requests, transaction, SETTINGS)
        .advance(TARGET, () -> false)
        .progress();
  }

  @Test
  void theLastDueInstantAndTheTargetAreReachedInOneSection() {
    assertThat(advance(TransactionOperations.withoutTransaction())).isEqualTo(Progress.ARRIVED);

    assertThat(done).containsExactly(START, DUE, LATER);
    assertThat(shown).endsWith(TARGET);
  }

  @Test
  void theFiresOfSeveralInstantsAreStoredTogether() {
    List<InvokerClaim> claims = List.of(claim(DUE), claim(LATER));
    when(invokers.planNextFires(any(), any(), anyInt())).thenReturn(claims).thenReturn(List.of());
    when(invokers.fireAtDueInstants(claims)).thenReturn(new Fires(2, List.of()));
    when(dueWork.drainAtDueInstants(anyInt()))
        .thenAnswer(
            call -> {
              done.add(clock.instant());
              return BatchResult.DONE;
            });

    ClockAdvancer.Advance advance =
        new ClockAdvancer(
                clock,
                dueWork,
                invokers,
                requests,
                TransactionOperations.withoutTransaction(),
                SETTINGS)
            .advance(TARGET, () -> false);

    assertThat(advance.progress()).isEqualTo(Progress.ARRIVED);
    assertThat(advance.fires().count()).isEqualTo(2);
    assertThat(done).containsExactly(START, LATER);
  }

  @Test
  void fewerAreStoredTogetherAfterAFailure() {
    due.addAll(List.of(LATER.plusSeconds(60), LATER.plusSeconds(120)));
    List<Integer> limits = new ArrayList<>();
    when(invokers.planNextFires(any(), any(), anyInt()))
        .thenAnswer(
            call -> {
              limits.add(call.getArgument(2));
              if (limits.size() < 4) {
                throw new IllegalStateException("on purpose");
              }
              return List.of();
            });

    assertThat(advance(TransactionOperations.withoutTransaction())).isEqualTo(Progress.ARRIVED);

    assertThat(limits).containsExactly(64, 8, 1);
  }

  @Test
  void workThatIsLeftBehindTheClockIsUndoneAndRepeatedInOrder() {
    when(invokers.planNextFires(any(), any(), anyInt())).thenReturn(List.of(claim(LATER)));
    when(invokers.fireAtDueInstants(any())).thenReturn(new Fires(1, List.of()));
    when(dueWork.drainAtDueInstants(anyInt())).thenReturn(BatchResult.of(true));

    assertThat(advance(TransactionOperations.withoutTransaction())).isEqualTo(Progress.ARRIVED);

    assertThat(done).containsSubsequence(START, DUE, LATER);
    assertThat(shown).startsWith(DUE, LATER);
  }

  private static InvokerClaim claim(Instant dueAt) {
    Schedule once = new Schedule(Schedule.Policy.ONCE, null, dueAt);
    return new InvokerClaim(
        new DueInvoker(1, 1, 1, once, dueAt, 0, 0, 1, List.of("ins-yx05ky8j"), "", ""), true, null);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("the commit has failed"), new OutOfMemoryError("on purpose"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aRolledBackSectionIsRepeatedFromItsStart(Throwable failure) {
    TransactionOperations failing = mock(TransactionOperations.class);
    when(failing.execute(any()))
        .thenAnswer(
            call -> {
              clock.hold(LATER);
              throw failure;
            });

    assertThat(advance(failing)).isEqualTo(Progress.ARRIVED);

    assertThat(done).startsWith(START, DUE);
    assertThat(shown).startsWith(DUE, LATER, TARGET).isSorted();
  }

  @Test
  void whatRequestsLeaveBetweenTwoSectionsIsDoneAtTheInstantThatTheySaw() {
    TransactionOperations failing = mock(TransactionOperations.class);
    when(failing.execute(any())).thenThrow(new IllegalStateException("one by one"));

    advance(failing);

    assertThat(done).containsExactly(START, DUE, DUE, LATER, LATER);
  }

  @Test
  void aTargetThatHasPassedMeanwhileDoesNotSetTheClockBack() {
    clock.set(ClockState.frozenAt(TARGET.plusSeconds(5)));

    assertThat(advance(TransactionOperations.withoutTransaction())).isEqualTo(Progress.ARRIVED);

    assertThat(clock.instant()).isEqualTo(TARGET.plusSeconds(5));
  }

  @Test
  void aCancelledMoveStaysAtTheInstantThatItHasDone() {
    ClockAdvancer advancer =
        new ClockAdvancer(
            clock,
            dueWork,
            invokers,
            requests,
            TransactionOperations.withoutTransaction(),
            SETTINGS);

    assertThat(advancer.advance(TARGET, () -> true).progress()).isEqualTo(Progress.CANCELLED);

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(done).isEmpty();
  }
}
