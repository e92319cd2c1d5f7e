package io.tatemulator.schedule;

import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.persistence.OpenDatabase;
import io.tatemulator.support.WallClock;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.DueAt;
import io.tatemulator.time.DueOnOtherNode;
import io.tatemulator.time.DueWorkRunner;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quartz.DateBuilder;
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
 * Runs due work when it falls due. It is the only class that uses Quartz, which stores no schedule
 * here: one trigger is set to the earliest due instant, and a second one fires every second, so
 * that a lost alarm costs a second at most.
 */
@Component
@Order(1)
class QuartzAlarm implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzAlarm.class);
  private static final TriggerKey ALARM = TriggerKey.triggerKey("alarm");
  private static final int TICK_SECONDS = 1;

  /** After the first request of a client that waits for the start, before most moves. */
  private static final int FIRST_TICK_MILLIS = 200;

  // Due work that cannot be done, such as a row locked elsewhere, must not cause a busy loop.
  private static final Duration MIN_REARM_DELAY = Duration.ofMillis(10);

  private final Scheduler quartz;
  private final DueWorkRunner dueWork;
  private final EmulatorClock clock;
  private final WallClock quartzClock;
  private final OpenDatabase database;
  private final JobDetail job;
  private @Nullable Instant armedFor;

  /** Adds the job now, since work that is stored before the server listens sets the alarm. */
  QuartzAlarm(
      Scheduler quartz,
      DueWorkRunner dueWork,
      EmulatorClock clock,
      WallClock quartzClock,
      OpenDatabase database)
      throws SchedulerException {
    this.quartz = quartz;
    this.dueWork = dueWork;
    this.clock = clock;
    this.quartzClock = quartzClock;
    this.database = database;
    this.job = JobBuilder.newJob(Work.class).withIdentity("work").storeDurably().build();
    quartz.addJob(job, true);
  }

  /** The job that Quartz runs. It never runs concurrently: an alarm during a tick runs after it. */
  @DisallowConcurrentExecution
  static final class Work implements Job {
    private final QuartzAlarm alarm;

    Work(QuartzAlarm alarm) {
      this.alarm = alarm;
    }

    @Override
    public void execute(JobExecutionContext context) {
      alarm.runDueWork();
    }
  }

  @Override
  public void run(ApplicationArguments arguments) throws SchedulerException {
    quartz.scheduleJob(
        TriggerBuilder.newTrigger()
            .withIdentity("tick")
            .forJob(job)
            .startAt(
                DateBuilder.futureDate(FIRST_TICK_MILLIS, DateBuilder.IntervalUnit.MILLISECOND))
            .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(TICK_SECONDS))
            .build());
    // The first tick would compete with the first requests, and so would this for a new database,
    // in which only what has set the alarm itself can be due.
    if (!database.isNew()) {
      dueWork.nextDue().ifPresent(this::armOrLogFailure);
    }
    quartz.start();
  }

  @EventListener
  void onDueAt(DueAt event) {
    AfterCommit.runOrNow(() -> armOrLogFailure(event.instant()));
  }

  @EventListener
  void onDueOnOtherNode(DueOnOtherNode event) {
    armOrLogFailure(event.instant());
  }

  /** Logs a failure, since the transaction is already committed and the caller must not fail. */
  private void armOrLogFailure(Instant next) {
    try {
      arm(next);
    } catch (RuntimeException e) {
      LOG.error("cannot set the alarm; the next tick runs the due work", e);
    }
  }

  @EventListener
  void onClockMoved(ClockMoved event) {
    disarm();
    dueWork.nextDue().ifPresent(this::arm);
  }

  private void runDueWork() {
    try {
      // First, so that any event published from here on sets the alarm itself.
      disarm();
      dueWork.drain();
      Instant earliest = clock.instant().plus(MIN_REARM_DELAY);
      dueWork.nextDue().ifPresent(next -> arm(next.isBefore(earliest) ? earliest : next));
    } catch (RuntimeException e) {
      LOG.error("due work failed; it is retried within a second", e);
    }
  }

  private synchronized void disarm() {
    armedFor = null;
  }

  /** Sets the alarm, unless an earlier one is set or a frozen clock never gets there. */
  private synchronized void arm(Instant next) {
    Optional<Duration> delay = clock.until(next);
    if (delay.isEmpty() || (armedFor != null && !next.isBefore(armedFor))) {
      return;
    }
    armedFor = next;
    Trigger alarm =
        TriggerBuilder.newTrigger()
            .withIdentity(ALARM)
            .forJob(job)
            .startAt(Date.from(quartzClock.now().plus(delay.get())))
            .build();
    try {
      if (quartz.rescheduleJob(ALARM, alarm) == null) {
        quartz.scheduleJob(alarm);
      }
    } catch (SchedulerException e) {
      LOG.warn("cannot set the alarm; the next tick runs the due work: {}", e.getMessage());
    }
  }
}
