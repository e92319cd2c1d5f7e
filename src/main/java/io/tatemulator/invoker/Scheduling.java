package io.tatemulator.invoker;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.time.Crontabs;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads schedules and knows when they are due. */
@Component
public final class Scheduling {
  private static final String INVOKE_TIME = "ScheduleSettings.InvokeTime";
  private static final String RECURRENCE = "ScheduleSettings.Recurrence";

  // java.time would also take a time without seconds and a year of nine digits.
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private final Crontabs crontabs;

  Scheduling(Crontabs crontabs) {
    this.crontabs = crontabs;
  }

  /**
   * Reads the schedule of a request.
   *
   * @throws ApiException InvalidTimeFormat, InvokeTimeExpired or InvalidCronExpression
   */
  Schedule read(ScheduleSettings settings, Instant now) {
    Schedule.Policy policy = Schedule.Policy.valueOf(settings.policy());
    if (policy == Schedule.Policy.ONCE) {
      return new Schedule(policy, null, invokeAt(settings.invokeTime(), now));
    }
    String recurrence = Objects.requireNonNullElse(settings.recurrence(), "");
    if (next(recurrence, now).isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_CRON_EXPRESSION, RECURRENCE, recurrence);
    }
    return new Schedule(policy, recurrence, null);
  }

  /** The first instant after another at which a schedule is due; null when there is none. */
  public @Nullable Instant nextFire(Schedule schedule, Instant after) {
    Instant once = schedule.invokeAt();
    if (once != null) {
      return once.isAfter(after) ? once : null;
    }
    return next(Objects.requireNonNullElse(schedule.recurrence(), ""), after).orElse(null);
  }

  private Optional<Instant> next(String recurrence, Instant after) {
    try {
      return crontabs.get(recurrence).next(after);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Instant invokeAt(@Nullable String text, Instant now) {
    String given = Objects.requireNonNullElse(text, "");
    Instant at = parse(given);
    if (!at.isAfter(now)) {
      throw new ApiException(ErrorCode.INVOKE_TIME_EXPIRED, INVOKE_TIME, given);
    }
    return at;
  }

  private static Instant parse(String text) {
    try {
      if (RFC_3339.matcher(text).matches()) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeParseException e) {
      // Falls through: a date that does not exist is as malformed as one that cannot be read.
    }
    throw new ApiException(ErrorCode.INVALID_TIME_FORMAT, INVOKE_TIME, text);
  }
}
