package io.tatemulator.time;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A crontab of five fields (minute, hour, day of month, month, day of week), read in Beijing time
 * whatever the zone of the host.
 *
 * <p>The cloud documents {@code ScheduleSettings.Recurrence} as a crontab in UTC+8 and shows five
 * fields. When both day fields are restricted, either may match.
 */
public final class Crontab {
  /** The zone in which the cloud reads every crontab, in all regions. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  /** Before 1992 Beijing had daylight saving time, and a day of 25 hours. */
  private static final ZonedDateTime AFTER_LAST_DST_YEAR =
      ZonedDateTime.of(2021, 1, 1, 0, 0, 0, 0, ZONE);

  /** An interval without a due instant, throughout which the next due instant is the same. */
  private record Gap(Instant from, Instant next) {}

  private final ExecutionTime times;
  private volatile @Nullable Gap lastGap;
  private final MinuteOfDayCache cache = new MinuteOfDayCache();
  private volatile int timesADay = -1;

  private Crontab(Cron cron) {
    times = ExecutionTime.forCron(cron);
  }

  /**
   * Parses a crontab.
   *
   * @throws IllegalArgumentException when the text is not a crontab of five fields
   */
  public static Crontab parse(String text) {
    return new Crontab(parseFields(text));
  }

  private static Cron parseFields(String text) {
    return PARSER.parse(CrontabNotation.canonical(text));
  }

  /**
   * Describes a crontab in words, such as {@code every 5 minutes}.
   *
   * @param locale English or Chinese
   * @throws IllegalArgumentException when the text is not a crontab of five fields
   */
  public static String describe(String text, Locale locale) {
    return CronDescriptor.instance(locale).describe(parseFields(text));
  }

  /**
   * Returns the first instant after another at which this crontab is due.
   *
   * @return empty when there is none, as for 30 February, or none within the clock's range
   */
  public Optional<Instant> next(Instant after) {
    Gap gap = lastGap;
    if (gap != null && !after.isBefore(gap.from()) && after.isBefore(gap.next())) {
      return Optional.of(gap.next());
    }
    boolean afterIsDue = gap != null && after.equals(gap.next());
    Optional<Instant> next =
        (afterIsDue ? cache.next(after).or(() -> computeNext(after)) : computeNext(after))
            .filter(due -> !due.isAfter(EmulatorClock.MAX_TIME));
    if (afterIsDue && next.isPresent()) {
      cache.record(after, next.get());
    }
    lastGap = next.map(due -> new Gap(after, due)).orElse(null);
    return next;
  }

  private Optional<Instant> computeNext(Instant after) {
    return times.nextExecution(after.atZone(ZONE)).map(ZonedDateTime::toInstant);
  }

  /** Returns how often this crontab is due on a day on which it is due at all. */
  public int timesADay() {
    if (timesADay < 0) {
      timesADay = times.nextExecution(AFTER_LAST_DST_YEAR).map(this::countOnDay).orElse(0);
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
