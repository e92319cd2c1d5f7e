package io.tatemulator.schedule;

import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.invoker.ScheduledInvoker;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.invoker.UnreadableCrontabException;
import io.tatemulator.tat.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Limits the number of fires of one move of the clock by counting them in advance. */
@Component
final class FireLimit {
  /** A key for counts: invokers with the same crontab and due instant fire equally often. */
  private record Start(@Nullable String recurrence, Instant dueAt) {}

  /** The multiple of the limit after which counting stops and the move is rejected. */
  private static final long MAX_COUNT_FACTOR = 3;

  private final InvokerQueue queue;
  private final Scheduling scheduling;
  private final ClockSettings properties;
  private final MisfireSettings schedule;

  FireLimit(
      InvokerQueue queue,
      Scheduling scheduling,
      ClockSettings properties,
      MisfireSettings schedule) {
    this.queue = queue;
    this.scheduling = scheduling;
    this.properties = properties;
    this.schedule = schedule;
  }

  /**
   * Validates that no more fires are due by a time than one move may cause.
   *
   * @throws ClockConflictException naming the busiest of the invokers counted before the count
   *     stops
   */
  void require(Instant until) {
    List<ScheduledInvoker> scheduled = queue.scheduled(until);
    if (upperBound(scheduled, until) > properties.maxFires()) {
      requireCount(scheduled, until);
    }
  }

  /**
   * Validates the same for a clock that is set to a time, which misses the instants before it.
   * Unless each of them is made up for, that causes few fires.
   *
   * @throws ClockConflictException as {@link #require}
   */
  void requireMissed(Instant until) {
    if (schedule.misfire() == MisfirePolicy.ALL) {
      require(until);
    }
  }

  private long upperBound(List<ScheduledInvoker> scheduled, Instant until) {
    return scheduled.stream().mapToLong(invoker -> upperBound(invoker, until)).sum();
  }

  private long upperBound(ScheduledInvoker invoker, Instant until) {
    try {
      return scheduling.maxFires(invoker.schedule(), invoker.dueAt(), until);
    } catch (UnreadableCrontabException e) {
      return 1;
    }
  }

  private void requireCount(List<ScheduledInvoker> scheduled, Instant until) {
    Map<Start, Long> counts = new HashMap<>();
    long total = 0;
    long counted = 0;
    long max = 0;
    String busiest = "";
    for (ScheduledInvoker invoker : scheduled) {
      Start start = new Start(invoker.schedule().recurrence(), invoker.dueAt());
      Long fires = counts.get(start);
      if (fires == null) {
        fires = count(invoker.schedule(), start.dueAt(), until);
        counts.put(start, fires);
        counted += fires;
      }
      total += fires;
      if (fires > max) {
        max = fires;
        busiest = ResourceId.INVOKER.format(invoker.number());
      }
      if (counted > MAX_COUNT_FACTOR * properties.maxFires()) {
        break;
      }
    }
    if (total > properties.maxFires()) {
      throw new ClockConflictException(
          String.format(
              Locale.ROOT,
              "more than %s fires (tat.clock.max-fires) are due by %s; the busiest invoker is %s",
              properties.maxFires(),
              until,
              busiest));
    }
  }

  /** Counts to just over the limit at most, which is enough to reject the move. */
  private long count(Schedule schedule, Instant first, Instant until) {
    long fires = 0;
    Instant next = first;
    while (next != null && !next.isAfter(until) && fires <= properties.maxFires()) {
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
