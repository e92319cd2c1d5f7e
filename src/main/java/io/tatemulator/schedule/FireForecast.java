package io.tatemulator.schedule;

import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.invoker.ScheduledInvoker;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.invoker.UnreadableCrontabException;
import io.tatemulator.support.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts fires before they come about. */
@Component
final class FireForecast {
  /** Invokers that share a crontab and an instant share all that follows. */
  private record Start(@Nullable String recurrence, Instant dueAt) {}

  /** How many times the bound is counted at most before it is refused. */
  private static final long LONGEST_COUNT = 3;

  private final InvokerQueue queue;
  private final Scheduling scheduling;
  private final ClockProperties properties;
  private final ScheduleProperties schedule;

  FireForecast(
      InvokerQueue queue,
      Scheduling scheduling,
      ClockProperties properties,
      ScheduleProperties schedule) {
    this.queue = queue;
    this.scheduling = scheduling;
    this.properties = properties;
    this.schedule = schedule;
  }

  /**
   * Makes sure that no more invokers would fire until some time than one move may bring about.
   *
   * @throws TravelRefusedException naming the invoker that would fire most often, as far as it
   *     takes no long count to find it
   */
  void check(Instant until) {
    List<ScheduledInvoker> scheduled = queue.scheduled(until);
    if (atMost(scheduled, until) > properties.mostFires()) {
      checkCount(scheduled, until);
    }
  }

  /**
   * The same when the instants until some time are passed over. Unless each of them is made up for,
   * that brings about few fires.
   *
   * @throws TravelRefusedException as {@link #check}
   */
  void checkMissed(Instant until) {
    if (schedule.misfire() == MisfirePolicy.ALL) {
      check(until);
    }
  }

  private long atMost(List<ScheduledInvoker> scheduled, Instant until) {
    return scheduled.stream().mapToLong(invoker -> atMost(invoker, until)).sum();
  }

  private long atMost(ScheduledInvoker invoker, Instant until) {
    try {
      return scheduling.mostFires(invoker.schedule(), invoker.dueAt(), until);
    } catch (UnreadableCrontabException e) {
      return 1;
    }
  }

  private void checkCount(List<ScheduledInvoker> scheduled, Instant until) {
    Map<Start, Long> known = new HashMap<>();
    long all = 0;
    long counted = 0;
    long most = 0;
    String busiest = "";
    for (ScheduledInvoker invoker : scheduled) {
      Start start = new Start(invoker.schedule().recurrence(), invoker.dueAt());
      Long fires = known.get(start);
      if (fires == null) {
        fires = count(invoker.schedule(), start.dueAt(), until);
        known.put(start, fires);
        counted += fires;
      }
      all += fires;
      if (fires > most) {
        most = fires;
        busiest = ResourceId.INVOKER.format(invoker.number());
      }
      if (counted > LONGEST_COUNT * properties.mostFires()) {
        break;
      }
    }
    if (all > properties.mostFires()) {
      throw new TravelRefusedException(
          String.format(
              Locale.ROOT,
              "until %s more than %s invokers would fire, which is what tat.clock.most-fires allows; the busiest is %s",
              until,
              properties.mostFires(),
              busiest));
    }
  }

  /** No further than just over the bound, which is enough to refuse. */
  private long count(Schedule schedule, Instant first, Instant until) {
    long fires = 0;
    Instant next = first;
    while (next != null && !next.isAfter(until) && fires <= properties.mostFires()) {
      fires++;
      next = schedule.recurrence() == null ? null : nextFire(schedule, next);
    }
    return fires;
  }

  private @Nullable Instant nextFire(Schedule schedule, Instant after) {
    try {
      return scheduling.nextFire(schedule, after);
    } catch (UnreadableCrontabException e) {
      return null;
    }
  }
}
