package io.tatemulator.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a hundred thousand registered invokers cost a server with little memory. */
final class Registered implements Benchmark {
  private static final String HEAP = "-Xmx256m";
  private static final int COUNT = 100_000;
  private static final int CONNECTIONS = 16;
  private static final int SOON_SECONDS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "registered";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    for (int round = 1; round <= settings.rounds(); round++) {
      sheet.say("round " + round + ": registering " + COUNT + " invokers");
      try (TempFolder folder = TempFolder.create();
          Server server = Server.start(Launch.jar(settings).with(HEAP), folder)) {
        noteMemory(server, sheet, "before");
        Load load = Load.count(server.port(), CONNECTIONS, COUNT, Registered::daily);
        sheet.add("registered in", "s", load.seconds());
        sheet.add("registered", "1/s", load.perSecond());
        noteMemory(server, sheet, "with 100,000 invokers");
        proveAlive(server, sheet);
      }
    }
  }

  private static void noteMemory(Server server, Sheet sheet, String when)
      throws IOException, InterruptedException {
    sheet.add("resident " + when, "MiB", server.residentMebibytes());
    sheet.add("heap after GC " + when, "MiB", server.heapMebibytes());
  }

  /** Every day at one of a thousand minutes, of which none comes within the next two hours. */
  private static Request daily(int index) {
    int hourNow = Instant.now().atZone(ZoneId.of("Asia/Shanghai")).getHour();
    int minute = index % 60;
    int hour = (hourNow + 3 + index / 60 % 18) % 24;
    return Request.createInvoker(
        "benchmark-" + index, Request.recurrence(minute + " " + hour + " * * *"));
  }

  private static void proveAlive(Server server, Sheet sheet) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      long start = System.nanoTime();
      long total = connection.call(Request.invokers(20)).path("TotalCount").asLong();
      sheet.add("first page of DescribeInvokers", "ms", (System.nanoTime() - start) / 1e6);
      if (total != COUNT) {
        throw new BenchmarkFailure("of " + COUNT + " invokers, " + total + " are there");
      }
      sheet.add("lateness of one more invoker", "s", lateness(connection));
    }
  }

  private static double lateness(Connection connection) throws IOException {
    Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(SOON_SECONDS);
    connection.call(Request.createInvoker("soon", Request.once(due)));
    Pause.until(due);
    while (connection.call(Request.records(List.of(), 0, 1)).path("TotalCount").asLong() == 0) {
      if (Instant.now().isAfter(due.plus(PATIENCE))) {
        throw new BenchmarkFailure("an invoker did not fire within " + PATIENCE);
      }
      Pause.millis(5);
    }
    return Duration.between(due, Instant.now()).toNanos() / 1e9;
  }
}
