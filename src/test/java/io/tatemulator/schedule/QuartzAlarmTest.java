package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tatemulator.persistence.OpenDatabase;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.DueAt;
import io.tatemulator.time.DueWorkRunner;
import io.tatemulator.time.EmulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/** The alarm alone: no server, no database, and a scheduler that only notes what it is told. */
class QuartzAlarmTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");

  /** The host's clock is another one, as in tests whose clock stands. */
  private static final Instant HOST_NOW = Instant.parse("2026-11-30T00:00:00Z");

  private static final TriggerKey ALARM = TriggerKey.triggerKey("alarm");

  private final Scheduler quartz = mock(Scheduler.class);
  private final DueWorkRunner dueWork = mock(DueWorkRunner.class);
  private final EmulatorClock clock = new EmulatorClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private QuartzAlarm alarm;

  @BeforeEach
  void replaceTheAlarmThatIsSet() throws SchedulerException {
    alarm =
        new QuartzAlarm(
            quartz, dueWork, clock, () -> HOST_NOW, new OpenDatabase("memory", null, false));
    when(quartz.rescheduleJob(any(), any())).thenReturn(Date.from(NOW));
  }

  private void announce(Duration ahead) {
    alarm.onDueAt(new DueAt(NOW.plus(ahead)));
  }

  private void tick() {
    new QuartzAlarm.Work(alarm).execute(mock(JobExecutionContext.class));
  }

  /** When the alarm rings that was set last, after a number of settings. */
  private Instant ringsAfter(int settings) throws SchedulerException {
    ArgumentCaptor<Trigger> trigger = ArgumentCaptor.forClass(Trigger.class);
    verify(quartz, times(settings)).rescheduleJob(any(), trigger.capture());
    assertThat(trigger.getValue().getKey()).isEqualTo(ALARM);
    return trigger.getValue().getStartTime().toInstant();
  }

  @Test
  void hasItsJobBeforeItIsStarted() throws SchedulerException {
    announce(Duration.ofMinutes(5));

    InOrder order = inOrder(quartz);
    order.verify(quartz).addJob(any(), eq(true));
    order.verify(quartz).rescheduleJob(any(), any());
  }

  @Test
  void ringsWhenTheFirstIsDue() throws SchedulerException {
    announce(Duration.ofMinutes(5));

    assertThat(ringsAfter(1)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(5)));
    verify(quartz, never()).scheduleJob(any(Trigger.class));
  }

  @Test
  void isSetAnewForAnEarlierInstantOnly() throws SchedulerException {
    announce(Duration.ofMinutes(5));
    announce(Duration.ofMinutes(5));
    announce(Duration.ofMinutes(7));
    assertThat(ringsAfter(1)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(5)));

    announce(Duration.ofMinutes(3));
    assertThat(ringsAfter(2)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(3)));
  }

  @Test
  void isScheduledWhereThereIsNoneToReplace() throws SchedulerException {
    when(quartz.rescheduleJob(any(), any())).thenReturn(null);

    announce(Duration.ofMinutes(5));

    ArgumentCaptor<Trigger> trigger = ArgumentCaptor.forClass(Trigger.class);
    verify(quartz).scheduleJob(trigger.capture());
    assertThat(trigger.getValue().getStartTime()).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void ringsByTheClockOfTheHost() throws SchedulerException {
    clock.set(ClockState.aheadBy(Duration.ofDays(1)));

    announce(Duration.ofDays(1).plusMinutes(5));

    assertThat(ringsAfter(1)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void isNotSetWhileTheClockStandsBeforeTheInstant() throws SchedulerException {
    clock.set(ClockState.frozenAt(NOW));

    announce(Duration.ofMinutes(5));
    verify(quartz, never()).rescheduleJob(any(), any());

    announce(Duration.ZERO);
    assertThat(ringsAfter(1)).isEqualTo(HOST_NOW);
  }

  @Test
  void aMoveOfTheClockSetsItWhateverWasSetBefore() throws SchedulerException {
    announce(Duration.ofMinutes(5));
    when(dueWork.nextDue()).thenReturn(Optional.of(NOW.plus(Duration.ofMinutes(9))));

    alarm.onClockMoved(new ClockMoved());

    assertThat(ringsAfter(2)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(9)));
  }

  @Test
  void workSetsItToWhatIsDueNext() throws SchedulerException {
    announce(Duration.ZERO);
    when(dueWork.nextDue()).thenReturn(Optional.of(NOW.plus(Duration.ofMinutes(9))));

    tick();

    verify(dueWork).drain();
    assertThat(ringsAfter(2)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(9)));
  }

  @Test
  void whatStaysDueDoesNotKeepItRinging() throws SchedulerException {
    when(dueWork.nextDue()).thenReturn(Optional.of(NOW.minusSeconds(60)));

    tick();

    assertThat(ringsAfter(1)).isEqualTo(HOST_NOW.plusMillis(10));
  }

  @Test
  void isNotSetWhenNothingIsDue() throws SchedulerException {
    when(dueWork.nextDue()).thenReturn(Optional.empty());

    tick();

    verify(quartz, never()).rescheduleJob(any(), any());
  }

  @Test
  void workThatFailsLeavesItToTheNextTick() throws SchedulerException {
    announce(Duration.ofMinutes(5));
    doThrow(new IllegalStateException("on purpose")).when(dueWork).drain();

    tick();
    announce(Duration.ofMinutes(7));

    assertThat(ringsAfter(2)).isEqualTo(HOST_NOW.plus(Duration.ofMinutes(7)));
  }

  @Test
  void aSchedulerThatCannotSetItCostsTheCallerNothing() throws SchedulerException {
    when(quartz.rescheduleJob(any(), any())).thenThrow(new SchedulerException("on purpose"));

    announce(Duration.ofMinutes(5));

    verify(quartz).rescheduleJob(any(), any());
  }
}
