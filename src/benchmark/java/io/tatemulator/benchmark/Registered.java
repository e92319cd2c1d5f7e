package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Load;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Memory of a server with little heap and a hundred thousand invokers. */
final class Registered {
  private static final String HEAP = "-Xmx192m";
  private static final int ROUNDS = 3;
  private static final int COUNT = 100_000;
  private static final int CONNECTIONS = 16;
  private static final int SOON_SECONDS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private Registered() {}

  static void run(Settings settings, Results results) throws Exception {
    for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
      results.say("round " + round + ": registering " + COUNT + " invokers");
      try (TempFolder folder = TempFolder.create();
          Server server = Server.start(Launch.jar(settings, Jdk.running(), HEAP), folder)) {
        addMemory(server, results, "before");
        double seconds = Load.send(server.port(), CONNECTIONS, COUNT, Registered::daily);
        results.add("registered in", "s", seconds);
        results.add("registered", "1/s", COUNT / seconds);
        addMemory(server, results, "with 100,000 invokers");
        use(server, results);
        if (!server.errors().isEmpty()) {
          throw new IllegalStateException("the server logged an error: " + server.errors());
        }
      }
    }
  }

  private static void addMemory(Server server, Results results, String when) throws Exception {
    results.add("resident " + when, "MiB", server.residentMebibytes());
    results.add("heap after GC " + when, "MiB", server.heapMebibytes());
  }

  /** Daily at one of a thousand minutes, none of which is within the next two hours. */
  private static Request daily(int index) {
    int hourNow = Instant.now().atZone(ZoneId.of("Asia/Shanghai")).getHour();
    int minute = index % 60;
    int hour = (hourNow + 3 + index / 60 % 18) % 24;
    return Request.createInvoker(
        "benchmark-" + index, Request.recurrence(minute + " " + hour + " * * *"));
  }

  private static void use(Server server, Results results) throws Exception {
    try (Connection connection = new Connection(server.port())) {
      long start = System.nanoTime();
      long total = connection.call(Request.invokers(20)).path("TotalCount").asLong();
      results.add("first page of DescribeInvokers", "ms", (System.nanoTime() - start) / 1e6);
      if (total != COUNT) {
        throw new IllegalStateException(total + " invokers exist instead of " + COUNT);
      }
      results.add("lateness of one more invoker", "s", lateness(connection));
    }
  }

  private static double lateness(Connection connection) throws IOException, InterruptedException {
    Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(SOON_SECONDS);
    connection.call(Request.createInvoker("soon", Request.once(due)));
    while (connection.call(Request.records(List.of(), 0, 1)).path("TotalCount").asLong() == 0) {
      if (Instant.now().isAfter(due.plus(TIMEOUT))) {
        throw new IllegalStateException("an invoker did not fire within " + TIMEOUT);
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return Duration.between(due, Instant.now()).toNanos() / 1e9;
  }
}
