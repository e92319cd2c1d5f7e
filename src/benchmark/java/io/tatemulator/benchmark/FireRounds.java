package io.tatemulator.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** Registers, round by round, many invokers that are due at one instant and watches them fire. */
final class FireRounds {
  static final int COUNT = 10_000;

  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 10;
  private static final int CONNECTIONS = 16;
  private static final int PAGE = 100;
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";

  private final Server server;
  private final Sheet sheet;
  private Duration lead = Duration.ofMinutes(1);

  FireRounds(Server server, Sheet sheet) {
    this.server = server;
    this.sheet = sheet;
  }

  /** The earliest due instant for which there is time enough to register all invokers. */
  Instant earliest() {
    return Instant.now().plus(lead);
  }

  /**
   * Runs a round.
   *
   * @param label under which its figures are noted
   * @param schedules the schedule of each invoker, all due at that instant
   */
  void run(String label, Instant due, IntFunction<String> schedules)
      throws IOException, InterruptedException {
    sheet.say(label + ": registering " + COUNT + " invokers due at " + due);
    Metrics before = server.metrics();
    long recordsBefore = records();
    register(due, schedules);
    // Connected late, since the server closes a connection on which nothing has been asked for
    // long.
    Pause.until(due.minus(CALM.dividedBy(2)));
    try (Connection connection = new Connection(server.port())) {
      records(connection);
      Pause.until(due);
      watch(label, connection, due, recordsBefore);
      awaitSuccess(label, due, before);
      noteLateness(label, before);
      check(connection, recordsBefore);
    }
  }

  private void register(Instant due, IntFunction<String> schedules) throws InterruptedException {
    Load load =
        Load.count(
            server.port(),
            CONNECTIONS,
            COUNT,
            index -> Request.createInvoker("benchmark-" + index, schedules.apply(index)));
    lead = CALM.multipliedBy(5).plusMillis((long) (2500 * load.seconds()));
    if (Instant.now().plus(CALM).isAfter(due)) {
      throw new BenchmarkFailure("the invokers could not be registered in time");
    }
  }

  private void watch(String label, Connection connection, Instant due, long recordsBefore)
      throws IOException {
    // When the client first saw that at least so many had fired.
    NavigableMap<Long, Double> seen = new TreeMap<>();
    long fired = 0;
    while (fired < COUNT) {
      fired = records(connection) - recordsBefore;
      seen.putIfAbsent(fired, secondsSince(due));
      giveUpAfter(secondsSince(due), fired + " have fired");
      Pause.millis(POLL_MILLIS);
    }
    sheet.add(label + ": p50 as the client sees it", "s", when(seen, 0.5));
    sheet.add(label + ": p99 as the client sees it", "s", when(seen, 0.99));
    sheet.add(label + ": max as the client sees it", "s", when(seen, 1));
  }

  private static double when(NavigableMap<Long, Double> seen, double part) {
    return seen.ceilingEntry((long) Math.ceil(part * COUNT)).getValue();
  }

  private void awaitSuccess(String label, Instant due, Metrics before)
      throws IOException, InterruptedException {
    double succeeded = 0;
    while (succeeded < COUNT) {
      succeeded = server.metrics().since(before, SUCCESSES);
      giveUpAfter(secondsSince(due), succeeded + " tasks have succeeded");
      Pause.millis(POLL_MILLIS);
    }
    sheet.add(label + ": all tasks SUCCESS after", "s", secondsSince(due));
  }

  private void noteLateness(String label, Metrics before) throws IOException, InterruptedException {
    Metrics after = server.metrics();
    sheet.add(label + ": p50 by the server", "s", after.latenessSeconds(before, 0.5));
    sheet.add(label + ": p99 by the server", "s", after.latenessSeconds(before, 0.99));
    sheet.add(label + ": max by the server", "s", after.latenessSeconds(before, 1));
  }

  /** Each must have fired exactly once, and what it began must have succeeded. */
  private static void check(Connection connection, long recordsBefore) throws IOException {
    long fired = records(connection) - recordsBefore;
    if (fired != COUNT) {
      throw new BenchmarkFailure(COUNT + " invokers fired " + fired + " times");
    }
    for (int offset = 0; offset < COUNT; offset += PAGE) {
      JsonNode page = connection.call(Request.invocations(offset, PAGE)).path("InvocationSet");
      for (JsonNode invocation : page) {
        String status = invocation.path("InvocationStatus").asString();
        if (page.size() != PAGE || !status.equals("SUCCESS")) {
          throw new BenchmarkFailure(page.size() + " invocations, of which one is " + status);
        }
      }
    }
  }

  private long records() throws IOException {
    try (Connection connection = new Connection(server.port())) {
      return records(connection);
    }
  }

  private static long records(Connection connection) throws IOException {
    return connection.call(Request.records(List.of(), 0, 1)).path("TotalCount").asLong();
  }

  private static double secondsSince(Instant due) {
    return Duration.between(due, Instant.now()).toNanos() / 1e9;
  }

  private static void giveUpAfter(double seconds, String state) {
    if (seconds > PATIENCE.toSeconds()) {
      throw new BenchmarkFailure("after " + PATIENCE + " only " + state);
    }
  }
}
