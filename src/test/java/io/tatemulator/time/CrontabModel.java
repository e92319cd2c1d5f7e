package io.tatemulator.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * crontab(5) written down a second time, as plain as can be: the next due minute is found by trying
 * every day, and every minute of each due day.
 */
public final class CrontabModel {
  static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final String minutes;
  private final String hours;
  private final String daysOfMonth;
  private final String months;
  private final String daysOfWeek;

  /** The model of a crontab of five fields, with names in lower case. Sunday is 0 by its name. */
  public CrontabModel(String crontab) {
    List<String> fields = List.of(withoutNames(crontab).split(" ", -1));
    minutes = fields.get(0);
    hours = fields.get(1);
    daysOfMonth = fields.get(2);
    months = fields.get(3);
    daysOfWeek = fields.get(4);
  }

  private static String withoutNames(String crontab) {
    String numbers = crontab;
    for (String month : MONTHS) {
      numbers = numbers.replace(month, Integer.toString(MONTHS.indexOf(month) + 1));
    }
    for (String weekday : WEEKDAYS) {
      numbers = numbers.replace(weekday, Integer.toString(WEEKDAYS.indexOf(weekday)));
    }
    return numbers;
  }

  /** The first due minute after an instant. */
  public Instant next(Instant after) {
    ZonedDateTime minute =
        after.atZone(Crontab.ZONE).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (!isDueOnDay(minute) || !isDueInDay(minute)) {
      minute =
          isDueOnDay(minute)
              ? minute.plusMinutes(1)
              : minute.truncatedTo(ChronoUnit.DAYS).plusDays(1);
    }
    return minute.toInstant();
  }

  private boolean isDueInDay(ZonedDateTime minute) {
    return matches(minutes, minute.getMinute(), 0, 59) && matches(hours, minute.getHour(), 0, 23);
  }

  // When both day fields are restricted, one of them is enough.
  private boolean isDueOnDay(ZonedDateTime day) {
    boolean ofMonth = matches(daysOfMonth, day.getDayOfMonth(), 1, 31);
    int weekday = day.getDayOfWeek().getValue();
    boolean ofWeek =
        matches(daysOfWeek, weekday, 0, 7) || (weekday == 7 && matches(daysOfWeek, 0, 0, 7));
    boolean eitherWillDo = !daysOfMonth.equals("*") && !daysOfWeek.equals("*");
    return matches(months, day.getMonthValue(), 1, 12)
        && (eitherWillDo ? ofMonth || ofWeek : ofMonth && ofWeek);
  }

  private static boolean matches(String field, int value, int least, int most) {
    for (String part : field.split(",", -1)) {
      String[] rangeAndStep = part.split("/", -1);
      String range = rangeAndStep[0].equals("*") ? least + "-" + most : rangeAndStep[0];
      String[] ends = range.split("-", -1);
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      int step = rangeAndStep.length == 1 ? 1 : Integer.parseInt(rangeAndStep[1]);
      if (value >= from && value <= to && (value - from) % step == 0) {
        return true;
      }
    }
    return false;
  }
}
