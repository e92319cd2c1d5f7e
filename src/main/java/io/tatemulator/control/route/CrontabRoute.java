package io.tatemulator.control.route;

import io.tatemulator.control.BadRequestException;
import io.tatemulator.support.EnumNames;
import io.tatemulator.time.Crontab;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains a crontab. */
@RestController
final class CrontabRoute {
  /** The languages of a description. */
  enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  /**
   * An explanation of a crontab.
   *
   * @param description what it says, in words
   * @param next the next due instants; fewer than requested when there are no more
   */
  record Explanation(String expression, String description, List<Instant> next) {}

  private static final int MAX_COUNT = 100;

  private final Clock clock;

  CrontabRoute(Clock clock) {
    this.clock = clock;
  }

  /**
   * Explains a crontab, which is in Beijing time.
   *
   * @param expression the crontab of five fields
   * @param count the maximum number of due instants
   * @param language {@code en} or {@code zh}
   */
  @GetMapping("/_tat/crontab")
  Explanation explain(
      @RequestParam String expression,
      @RequestParam(defaultValue = "10") int count,
      @RequestParam(defaultValue = "en") String language) {
    BadRequestException.require(
        count >= 0 && count <= MAX_COUNT,
        "invalid value for `count`: expected 0 to " + MAX_COUNT + ", got " + count);
    Language in = EnumNames.parse("language", Language.class, language);
    try {
      return new Explanation(
          expression, Crontab.describe(expression, in.locale), next(expression, count));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(
          "invalid value for `expression`: expected a crontab of five fields, got " + expression);
    }
  }

  private List<Instant> next(String expression, int count) {
    Crontab crontab = Crontab.parse(expression);
    List<Instant> next = new ArrayList<>();
    Optional<Instant> due = crontab.next(clock.instant());
    while (due.isPresent() && next.size() < count) {
      next.add(due.get());
      due = crontab.next(due.get());
    }
    return next;
  }
}
