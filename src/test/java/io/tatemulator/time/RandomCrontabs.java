package io.tatemulator.time;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random crontabs within what the emulator and crontab(5) agree on: a day field is never {@code *
 * /n} while the other one is restricted.
 */
public final class RandomCrontabs {
  private static final List<String> NUMBERS = List.of();

  private final Random random;

  /** Crontabs that follow from a random generator's state. */
  public RandomCrontabs(Random random) {
    this.random = random;
  }

  /** The next crontab. */
  public String next() {
    String month = one(4) ? field(1, 12, CrontabModel.MONTHS) : "*";
    return field(0, 59, NUMBERS) + " " + field(0, 23, NUMBERS) + " " + days(month);
  }

  /** The last three fields. Days up to the 28th, so that every one comes soon. */
  private String days(String month) {
    return switch (random.nextInt(4)) {
      case 0 -> "* " + month + " *";
      case 1 -> field(1, 28, NUMBERS) + " " + month + " *";
      case 2 -> "* " + month + " " + field(0, 7, CrontabModel.WEEKDAYS);
      default -> list(1, 28, NUMBERS) + " " + month + " " + list(0, 7, CrontabModel.WEEKDAYS);
    };
  }

  private String field(int first, int last, List<String> names) {
    return switch (random.nextInt(4)) {
      case 0 -> "*";
      case 1 -> "*/" + step(last);
      default -> list(first, last, names);
    };
  }

  private String list(int first, int last, List<String> names) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> part(first, last, names))
        .collect(Collectors.joining(","));
  }

  private String part(int first, int last, List<String> names) {
    int from = first + random.nextInt(last - first + 1);
    if (one(2)) {
      return value(from, first, names);
    }
    int to = from + random.nextInt(last - from + 1);
    String range = value(from, first, names) + "-" + value(to, first, names);
    return one(2) ? range : range + "/" + step(last);
  }

  /** Now and then wider than any range of the field. */
  private int step(int last) {
    return 1 + random.nextInt(one(8) ? 10 * last : last);
  }

  private String value(int value, int first, List<String> names) {
    int place = value - first;
    return place < names.size() && one(3) ? names.get(place) : Integer.toString(value);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
