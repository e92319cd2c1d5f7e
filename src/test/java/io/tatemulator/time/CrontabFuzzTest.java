package io.tatemulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Compares random crontabs with a model. They stay within what the parser and crontab(5) agree on:
 * a day field is never {@code * /n} while the other one is restricted, and no step on the days of
 * the week is 7.
 */
class CrontabFuzzTest {
  private static final long SEED = 20_201_028;
  private static final int CRONTABS = 1_500;
  private static final int FIRES = 3;
  private static final Instant FIRST_START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int YEARS_IN_SECONDS = 6 * 366 * 24 * 3600;

  private final Random random = new Random(SEED);

  @Test
  void agreesWithAMinuteByMinuteModel() {
    for (int i = 0; i < CRONTABS; i++) {
      String crontab = crontab();
      Instant at = FIRST_START.plusSeconds(random.nextInt(YEARS_IN_SECONDS));
      for (int fire = 0; fire < FIRES; fire++) {
        Instant expected = new CrontabModel(crontab).next(at);
        assertThat(Crontab.parse(crontab).next(at))
            .as("%s after %s", crontab, at)
            .contains(expected);
        at = expected;
      }
    }
  }

  private String crontab() {
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
