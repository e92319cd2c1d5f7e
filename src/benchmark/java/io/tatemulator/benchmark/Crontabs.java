package io.tatemulator.benchmark;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How late ten thousand recurring invokers fire that are due in the same minute, no two of them on
 * the same crontab, so that each needs a next instant of its own.
 */
final class Crontabs implements Benchmark {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int HOURS = 24;

  @Override
  public String name() {
    return "crontabs";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings), folder)) {
      FireRounds rounds = new FireRounds(server, sheet);
      for (int round = 0; round <= settings.rounds(); round++) {
        Instant due = rounds.earliest().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        List<String> crontabs = dueAt(due.atZone(BEIJING));
        rounds.run(
            round == 0 ? "cold" : "warm", due, index -> Request.recurrence(crontabs.get(index)));
      }
    }
  }

  /**
   * Crontabs that differ in the hours which they name besides that of the due instant. Those hours
   * come after it, so nothing else is due for almost an hour.
   */
  private static List<String> dueAt(ZonedDateTime due) {
    return IntStream.range(0, 1 << HOURS)
        .filter(hours -> (hours >> due.getHour() & 1) == 1)
        .filter(hours -> Integer.bitCount(hours) == 4 || Integer.bitCount(hours) == 5)
        .limit(FireRounds.COUNT)
        .mapToObj(hours -> due.getMinute() + " " + list(hours) + " * * *")
        .toList();
  }

  private static String list(int hours) {
    return IntStream.range(0, HOURS)
        .filter(hour -> (hours >> hour & 1) == 1)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
