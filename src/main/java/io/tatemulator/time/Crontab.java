package io.tatemulator.time;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A crontab of five fields (minute, hour, day of month, month, day of week), read in Beijing time
 * wherever the host is.
 *
 * <p>The cloud documents {@code ScheduleSettings.Recurrence} as a crontab in UTC+8 and shows five
 * fields. When both day fields are restricted, either may match.
 */
public final class Crontab {
  /** The zone in which the cloud reads every crontab, whatever the region. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  /** Beijing knew summer time before 1992, and a day of 25 hours. */
  private static final ZonedDateTime ORDINARY_DAYS = ZonedDateTime.of(2021, 1, 1, 0, 0, 0, 0, ZONE);

  /**
   * Nothing is due from one instant until the next due one, so the answer is the same all through
   * it.
   */
  private record Gap(Instant from, Instant next) {}

  private final ExecutionTime times;
  private volatile @Nullable Gap lastGap;
  private final DailyHabits habits = new DailyHabits();
  private volatile int timesADay = -1;

  private Crontab(Cron cron) {
    times = ExecutionTime.forCron(cron);
  }

  /**
   * Reads a crontab.
   *
   * @throws IllegalArgumentException when it is no crontab of five fields
   */
  public static Crontab parse(String text) {
    return new Crontab(PARSER.parse(CrontabNotation.canonical(text)));
  }

  /**
   * The first instant after another at which this crontab is due.
   *
   * @return empty when there is none, as for 30 February, or none that a clock comes to
   */
  public Optional<Instant> next(Instant after) {
    Gap gap = lastGap;
    if (gap != null && !after.isBefore(gap.from()) && after.isBefore(gap.next())) {
      return Optional.of(gap.next());
    }
    boolean dueThen = gap != null && after.equals(gap.next());
    Optional<Instant> next =
        (dueThen ? habits.next(after).or(() -> ask(after)) : ask(after))
            .filter(due -> !due.isAfter(EmulatorClock.MAX_TIME));
    if (dueThen && next.isPresent()) {
      habits.learn(after, next.get());
    }
    lastGap = next.map(due -> new Gap(after, due)).orElse(null);
    return next;
  }

  private Optional<Instant> ask(Instant after) {
    return times.nextExecution(after.atZone(ZONE)).map(ZonedDateTime::toInstant);
  }

  /** How often it is due on a day on which it is due at all. */
  public int timesADay() {
    if (timesADay < 0) {
      timesADay = times.nextExecution(ORDINARY_DAYS).map(this::countOnDay).orElse(0);
    }
    return timesADay;
  }

  private int countOnDay(ZonedDateTime time) {
    LocalDate day = time.toLocalDate();
    Optional<ZonedDateTime> next = times.nextExecution(day.atStartOfDay(ZONE).minusMinutes(1));
    int count = 0;
    while (next.isPresent() && next.get().toLocalDate().equals(day)) {
      count++;
      next = times.nextExecution(next.get());
    }
    return count;
  }
}
