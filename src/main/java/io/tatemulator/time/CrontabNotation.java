package io.tatemulator.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Validates the notation of crontab(5) and converts it to the subset that the parser reads the same
 * way.
 *
 * <p>The parser also accepts several crontabs in one text, signs and digits of other scripts, reads
 * names in the host's locale, and rejects steps that leave a range at once.
 */
final class CrontabNotation {
  /**
   * A field of a crontab.
   *
   * @param first its lowest value
   * @param last its highest value
   * @param names the names of its values, starting with the lowest
   */
  private record Field(int first, int last, List<String> names) {}

  private static final int MAX_LENGTH = 256;
  private static final int DAYS_PER_WEEK = 7;

  private static final Field DAY_OF_WEEK =
      new Field(0, DAYS_PER_WEEK, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final List<Field> FIELDS =
      List.of(
          new Field(0, 59, List.of()),
          new Field(0, 23, List.of()),
          new Field(1, 31, List.of()),
          new Field(
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          DAY_OF_WEEK);

  private static final Pattern SEPARATOR = Pattern.compile("[ \\t]+");

  // Only a range, of which "*" is one, can have a step.
  private static final Pattern PART =
      Pattern.compile(
          "(?<value>[0-9A-Za-z]+)|(?<range>\\*|(?<from>[0-9A-Za-z]+)-(?<to>[0-9A-Za-z]+))(/(?<step>[0-9]{1,9}))?");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private CrontabNotation() {}

  /**
   * Returns a crontab with numbers in place of names, and without steps that are wider than their
   * range.
   *
   * @throws IllegalArgumentException when the text is not a crontab of five fields
   */
  static String canonical(String text) {
    String[] fields = SEPARATOR.split(text.strip(), -1);
    require(text.length() <= MAX_LENGTH && fields.length == FIELDS.size());
    return IntStream.range(0, fields.length)
        .mapToObj(i -> canonical(FIELDS.get(i), fields[i]))
        .collect(Collectors.joining(" "));
  }

  private static String canonical(Field field, String text) {
    return Arrays.stream(text.split(",", -1))
        .map(part -> canonicalPart(field, part))
        .collect(Collectors.joining(","));
  }

  private static String canonicalPart(Field field, String text) {
    Matcher part = PART.matcher(text);
    require(part.matches());
    if (part.group("value") != null) {
      return Integer.toString(value(field, part.group("value")));
    }
    boolean wildcard = part.group("from") == null;
    int from = wildcard ? field.first() : value(field, part.group("from"));
    int to = wildcard ? field.last() : end(field, from, part.group("to"));
    require(from <= to);
    String range = wildcard ? "*" : from + "-" + to;
    if (part.group("step") == null) {
      return from == to ? Integer.toString(from) : range;
    }
    int step = Integer.parseInt(part.group("step"));
    require(step > 0);
    return isSingle(field, to - from, step) ? Integer.toString(from) : range + "/" + step;
  }

  /** Returns whether a step leaves its range at once, or leads to the same day of the next week. */
  private static boolean isSingle(Field field, int length, int step) {
    return step > length || (field.equals(DAY_OF_WEEK) && step >= DAYS_PER_WEEK);
  }

  /** Returns the end of a range. Sunday as a name is 7 if the range starts on a later day. */
  private static int end(Field field, int from, String text) {
    int to = value(field, text);
    boolean endsInSunday =
        field.equals(DAY_OF_WEEK) && !NUMBER.matcher(text).matches() && to < from;
    return endsInSunday && to == 0 ? DAYS_PER_WEEK : to;
  }

  private static int value(Field field, String text) {
    if (NUMBER.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      require(number >= field.first() && number <= field.last());
      return number;
    }
    int index = field.names().indexOf(text.toLowerCase(Locale.ROOT));
    require(index >= 0);
    return field.first() + index;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not a crontab of five fields");
    }
  }
}
