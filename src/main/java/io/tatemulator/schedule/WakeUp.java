package io.tatemulator.schedule;

import io.tatemulator.storage.AfterCommit;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.DueAt;
import io.tatemulator.time.DueLoop;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Wakes the emulator when something is due. The only class that uses Quartz, which here owns no
 * schedule: one trigger is set to the earliest due instant, and a second one looks every second, so
 * that a lost alarm costs a second at most.
 */
@Component
@Order(1)
class WakeUp implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(WakeUp.class);
  private static final TriggerKey ALARM = TriggerKey.triggerKey("alarm");
  private static final int TICK_SECONDS = 1;

  // What is due and cannot be done, a row that somebody else holds say, must not keep us spinning.
  private static final Duration BREATH = Duration.ofMillis(10);

  private final Scheduler quartz;
  private final DueLoop loop;
  private final EmulatorClock clock;
  private final JobDetail job;
  private @Nullable Instant armedFor;

  /** The job exists from here on, since what is stored before the server listens sets the alarm. */
  WakeUp(Scheduler quartz, DueLoop loop, EmulatorClock clock) throws SchedulerException {
    this.quartz = quartz;
    this.loop = loop;
    this.clock = clock;
    this.job = JobBuilder.newJob(Work.class).withIdentity("work").storeDurably().build();
    quartz.addJob(job, true);
  }

  /** What Quartz runs. It never runs twice at once: an alarm during a tick follows it. */
  @DisallowConcurrentExecution
  static final class Work implements Job {
    private final WakeUp wakeUp;

    Work(WakeUp wakeUp) {
      this.wakeUp = wakeUp;
    }

    @Override
    public void execute(JobExecutionContext context) {
      wakeUp.work();
    }
  }

  @Override
  public void run(ApplicationArguments arguments) throws SchedulerException {
    quartz.scheduleJob(
        TriggerBuilder.newTrigger()
            .withIdentity("tick")
            .forJob(job)
            .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(TICK_SECONDS))
            .build());
    quartz.start();
  }

  @EventListener
  void onDueAt(DueAt event) {
    AfterCommit.runOrNow(() -> armOrLeaveIt(event.instant()));
  }

  /** The transaction is committed by now, so a failure is logged, not thrown at the caller. */
  private void armOrLeaveIt(Instant next) {
    try {
      arm(next);
    } catch (RuntimeException e) {
      LOG.error("the alarm could not be set; the next tick looks again", e);
    }
  }

  @EventListener
  void onClockMoved(ClockMoved event) {
    disarm();
    loop.nextDue().ifPresent(this::arm);
  }

  private void work() {
    try {
      // First, so that whatever is announced from here on sets the alarm by itself.
      disarm();
      loop.drain();
      Instant soon = clock.instant().plus(BREATH);
      loop.nextDue().ifPresent(next -> arm(next.isBefore(soon) ? soon : next));
    } catch (RuntimeException e) {
      LOG.error("due work failed; it will be tried again in a second", e);
    }
  }

  private synchronized void disarm() {
    armedFor = null;
  }

  /** Sets the alarm, unless it is set to ring no later or the clock stands still before that. */
  private synchronized void arm(Instant next) {
    Optional<Instant> rings = clock.onHost(next);
    if (rings.isEmpty() || (armedFor != null && !next.isBefore(armedFor))) {
      return;
    }
    armedFor = next;
    Trigger alarm =
        TriggerBuilder.newTrigger()
            .withIdentity(ALARM)
            .forJob(job)
            .startAt(Date.from(rings.get()))
            .build();
    try {
      if (quartz.rescheduleJob(ALARM, alarm) == null) {
        quartz.scheduleJob(alarm);
      }
    } catch (SchedulerException e) {
      LOG.warn("the alarm could not be set; the tick will do: {}", e.getMessage());
    }
  }
}
