package io.tatemulator.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of a load in which not all requests are good. */
final class Outcomes {
  private final Map<Conduct, Integer> sent = new EnumMap<>(Conduct.class);
  private final List<Double> validMillis = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private double longestRefusal;
  private int serverErrors;

  void sent(Conduct conduct) {
    sent.merge(conduct, 1, Integer::sum);
  }

  void answered(HostileErrand errand, HttpAnswer answer) {
    if (answer.status() >= 500) {
      serverErrors++;
    }
    if (!errand.conduct().allows(answer)) {
      wrong(errand, "was answered " + answer.text());
    }
    switch (errand.conduct()) {
      case VALID -> validMillis.add(errand.millis());
      case REFUSED, TOO_LARGE, REJECTED ->
          longestRefusal = Math.max(longestRefusal, errand.millis());
      case HALF_SENT -> {}
    }
  }

  void wrong(HostileErrand errand, String what) {
    wrong.add(errand + " " + what);
  }

  /** Notes the figures of a load that lasted so long. */
  void note(Sheet sheet, double seconds) {
    Collections.sort(validMillis);
    sheet.add("valid requests", "1/s", validMillis.size() / seconds);
    sheet.add("valid requests: p50", "ms", part(0.5));
    sheet.add("valid requests: p99", "ms", part(0.99));
    sheet.add("valid requests: max", "ms", part(1));
    sheet.add("invalid requests", "number", invalid());
    sheet.add("invalid requests: max", "ms", longestRefusal);
    sheet.add("half-sent requests", "number", count(Conduct.HALF_SENT));
    sheet.add("answers with 5xx", "number", serverErrors);
  }

  /**
   * Ends the run when anything was answered as it should not be.
   *
   * @param log what the server says to it
   */
  void check(String log) {
    if (!wrong.isEmpty()) {
      throw new BenchmarkFailure(
          "%d wrong answers, %d of them 5xx; the first: %s\n%s"
              .formatted(wrong.size(), serverErrors, wrong.get(0), log));
    }
  }

  private int invalid() {
    return count(Conduct.REFUSED) + count(Conduct.TOO_LARGE) + count(Conduct.REJECTED);
  }

  private int count(Conduct conduct) {
    return sent.getOrDefault(conduct, 0);
  }

  private double part(double part) {
    return validMillis.get((int) Math.ceil(part * validMillis.size()) - 1);
  }
}
