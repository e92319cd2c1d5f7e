package io.tatemulator.invoker;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.TatError;
import io.tatemulator.time.Crontab;
import io.tatemulator.time.Crontabs;
import io.tatemulator.time.EmulatorClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses schedules and computes when they are due. */
@Raises({
  "InvalidParameterValue.InvalidTimeFormat",
  "InvalidParameterValue.InvokeTimeExpired",
  "InvalidParameterValue.InvalidCronExpression"
})
@Component
public final class Scheduling {
  private static final String INVOKE_TIME = "ScheduleSettings.InvokeTime";
  private static final String RECURRENCE = "ScheduleSettings.Recurrence";

  // Java's own formatters also accept a time without seconds and a year of nine digits.
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder()
          .parseCaseSensitive()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The shortest span for which it pays to count the fires of a crontab on one day. */
  private static final Duration MIN_DAILY_COUNT_SPAN = Duration.ofDays(2);

  private final Crontabs crontabs;

  Scheduling(Crontabs crontabs) {
    this.crontabs = crontabs;
  }

  /**
   * Validates and parses the schedule of a request.
   *
   * @throws ApiException InvalidTimeFormat, InvokeTimeExpired or InvalidCronExpression
   */
  Schedule read(ScheduleSettings settings, Instant now) {
    Schedule.Policy policy = Schedule.Policy.valueOf(settings.policy());
    if (policy == Schedule.Policy.ONCE) {
      return new Schedule(policy, null, invokeAt(settings.invokeTime(), now));
    }
    String recurrence = Objects.requireNonNullElse(settings.recurrence(), "");
    if (!isEverDue(recurrence, now)) {
      throw new ApiException(TatError.INVALID_CRON_EXPRESSION, RECURRENCE, recurrence);
    }
    return new Schedule(policy, recurrence, null);
  }

  private boolean isEverDue(String recurrence, Instant after) {
    try {
      return crontabs.get(recurrence).next(after).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Returns the first instant after another at which a schedule is due; null when there is none.
   *
   * @throws UnreadableCrontabException when its crontab cannot be read
   */
  public @Nullable Instant nextFire(Schedule schedule, Instant after) {
    Instant once = schedule.invokeAt();
    if (once != null) {
      return once.isAfter(after) ? once : null;
    }
    return crontab(schedule).next(after).orElse(null);
  }

  /**
   * Returns an upper bound of the number of fires from a due instant, inclusive, until another. It
   * does not compute each of them.
   *
   * @throws UnreadableCrontabException when its crontab cannot be read
   */
  public long maxFires(Schedule schedule, Instant dueAt, Instant until) {
    if (schedule.recurrence() == null) {
      return 1;
    }
    Duration span = Duration.between(dueAt, until);
    return span.compareTo(MIN_DAILY_COUNT_SPAN) < 0
        ? span.toMinutes() + 1
        : crontab(schedule).timesADay() * (span.toDays() + 2);
  }

  /**
   * Returns how often a schedule is due on a Beijing day on which it is due at all.
   *
   * @throws UnreadableCrontabException when its crontab cannot be read
   */
  int timesADay(Schedule schedule) {
    return schedule.recurrence() == null ? 1 : crontab(schedule).timesADay();
  }

  private Crontab crontab(Schedule schedule) {
    String recurrence = Objects.requireNonNullElse(schedule.recurrence(), "");
    try {
      return crontabs.get(recurrence);
    } catch (IllegalArgumentException e) {
      throw new UnreadableCrontabException(recurrence, e);
    }
  }

  private static Instant invokeAt(@Nullable String text, Instant now) {
    String value = Objects.requireNonNullElse(text, "");
    Instant at = parse(value);
    if (!at.isAfter(now)) {
      throw new ApiException(TatError.INVOKE_TIME_EXPIRED, INVOKE_TIME, value);
    }
    return at;
  }

  private static Instant parse(String text) {
    Instant at;
    try {
      at = Instant.from(RFC_3339.parse(text)).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw invalidTime(text);
    }
    // A year of four digits at another offset may have five in UTC, in which the time is shown.
    if (at.isAfter(EmulatorClock.MAX_TIME)) {
      throw invalidTime(text);
    }
    return at;
  }

  private static ApiException invalidTime(String text) {
    return new ApiException(TatError.INVALID_TIME_FORMAT, INVOKE_TIME, text);
  }
}
