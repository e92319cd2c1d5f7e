package io.tatemulator.time;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random crontabs within what the parser and crontab(5) agree on: a day field is never {@code * /n}
 * while the other one is restricted, and no step on the days of the week is 7.
 */
public final class RandomCrontabs {
  private final Random random;

  /** Crontabs that follow from a random generator's state. */
  public RandomCrontabs(Random random) {
    this.random = random;
  }

  /** The next crontab. */
  public String next() {
    String month = one(4) ? field(1, 12) : "*";
    return field(0, 59) + " " + field(0, 23) + " " + days(month);
  }

  /** The last three fields. Days up to the 28th, so that every one comes soon. */
  private String days(String month) {
    return switch (random.nextInt(4)) {
      case 0 -> "* " + month + " *";
      case 1 -> field(1, 28) + " " + month + " *";
      case 2 -> "* " + month + " " + weekdays();
      default -> list(1, 28, 28) + " " + month + " " + list(0, 7, 6);
    };
  }

  private String weekdays() {
    return one(3) ? "*/" + (2 + random.nextInt(5)) : list(0, 7, 6);
  }

  private String field(int least, int most) {
    return switch (random.nextInt(4)) {
      case 0 -> "*";
      case 1 -> "*/" + (1 + random.nextInt(most));
      default -> list(least, most, most);
    };
  }

  private String list(int least, int most, int longestStep) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> part(least, most, longestStep))
        .collect(Collectors.joining(","));
  }

  private String part(int least, int most, int longestStep) {
    int from = least + random.nextInt(most - least + 1);
    if (one(2)) {
      return Integer.toString(from);
    }
    String range = from + "-" + (from + random.nextInt(most - from + 1));
    return one(2) ? range : range + "/" + (1 + random.nextInt(longestStep));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
