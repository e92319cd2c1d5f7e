package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Load;
import io.tatemulator.benchmark.support.Metrics;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import io.tatemulator.testing.PostgresServer;
import io.tatemulator.testing.TestStorage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Lateness of ten thousand invokers that are due at one instant. */
final class Fires {
  private static final int ROUNDS = 3;
  private static final int COUNT = 10_000;
  private static final int MANY = 100_000;
  private static final int COLD_CREATES_A_SECOND = 1_000;
  private static final int CONNECTIONS = 16;
  private static final int PAGE = 100;
  private static final int HOURS = 24;
  private static final long POLL_MILLIS = 10;
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";

  private final List<Server> nodes;
  private final Server server;
  private final Results results;
  private final int count;
  private Duration lead;

  private Fires(List<Server> nodes, Results results, int count) {
    this.nodes = nodes;
    this.server = nodes.get(0);
    this.results = results;
    this.count = count;
    this.lead = Duration.ofSeconds(60 + count / COLD_CREATES_A_SECOND);
  }

  /** ONCE invokers, due in the same second. */
  static void once(Settings settings, Results results) throws Exception {
    run(settings, results, ChronoUnit.SECONDS, Fires::onceAt);
  }

  /** The same on two nodes that share a database of PostgreSQL on the same cores. */
  static void onNodes(Settings settings, Results results) throws Exception {
    onNodes(settings, results, COUNT, ChronoUnit.SECONDS, Fires::onceAt);
  }

  /** A hundred thousand different crontabs on two nodes. */
  static void crontabsOnNodes(Settings settings, Results results) throws Exception {
    onNodes(settings, results, MANY, ChronoUnit.MINUTES, due -> crontabsDueAt(due, MANY));
  }

  private static void onNodes(
      Settings settings,
      Results results,
      int count,
      ChronoUnit unit,
      Function<Instant, List<String>> schedules)
      throws Exception {
    PostgresServer.beDurable();
    Launch node =
        Launch.jar(settings, Jdk.running())
            .with("--tat.cluster.enabled=true")
            .with(TestStorage.postgres(PostgresServer.newDatabase()).toArray(String[]::new));
    try (TempFolder first = TempFolder.create();
        TempFolder second = TempFolder.create();
        Server one = Server.start(node.with("--tat.cluster.node=one"), first);
        Server two = Server.start(node.with("--tat.cluster.node=two"), second)) {
      run(settings, new Fires(List.of(one, two), results, count), unit, schedules);
    }
  }

  private static List<String> onceAt(Instant due) {
    return IntStream.range(0, COUNT).mapToObj(i -> Request.once(due)).toList();
  }

  /** RECURRENCE invokers with different crontabs, due in the same minute. */
  static void crontabs(Settings settings, Results results) throws Exception {
    run(settings, results, ChronoUnit.MINUTES, due -> crontabsDueAt(due, COUNT));
  }

  private static void run(
      Settings settings,
      Results results,
      ChronoUnit unit,
      Function<Instant, List<String>> schedules)
      throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings, Jdk.running()), folder)) {
      run(settings, new Fires(List.of(server), results, COUNT), unit, schedules);
    }
  }

  private static void run(
      Settings settings, Fires fires, ChronoUnit unit, Function<Instant, List<String>> schedules)
      throws Exception {
    for (int round = 0; round <= settings.roundsOr(ROUNDS); round++) {
      Instant due = Instant.now().plus(fires.lead).truncatedTo(unit).plus(1, unit);
      fires.round(round == 0 ? "cold" : "warm", due, schedules.apply(due));
    }
  }

  /**
   * Crontabs that differ in the hours which they name besides that of the due instant, so nothing
   * else is due for almost an hour.
   */
  private static List<String> crontabsDueAt(Instant due, int count) {
    // So that there are enough of them.
    int most = count > COUNT ? 7 : 5;
    var local = due.atZone(ZoneId.of("Asia/Shanghai"));
    return IntStream.range(0, 1 << HOURS)
        .filter(hours -> (hours >> local.getHour() & 1) == 1)
        .filter(hours -> Integer.bitCount(hours) >= 4 && Integer.bitCount(hours) <= most)
        .limit(count)
        .mapToObj(hours -> local.getMinute() + " " + list(hours) + " * * *")
        .map(Request::recurrence)
        .toList();
  }

  private static String list(int hours) {
    return IntStream.range(0, HOURS)
        .filter(hour -> (hours >> hour & 1) == 1)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }

  private void round(String label, Instant due, List<String> schedules) throws Exception {
    results.say(label + ": registering " + count + " invokers due at " + due);
    List<Metrics> before = metrics();
    long recordsBefore = records();
    double seconds =
        Load.send(
            server.port(),
            CONNECTIONS,
            count,
            i -> Request.createInvoker("benchmark-" + i, schedules.get(i)));
    lead = QUIET.multipliedBy(5).plusMillis((long) (2500 * seconds));
    if (Instant.now().plus(QUIET).isAfter(due)) {
      throw new IllegalStateException("the invokers could not be registered in time");
    }
    TimeUnit.NANOSECONDS.sleep(Duration.between(Instant.now(), due).toNanos());
    watch(label, due, recordsBefore);
    awaitSuccess(label, due, before);
    addLateness(label, before, metrics());
    check(recordsBefore);
  }

  private List<Metrics> metrics() throws IOException {
    List<Metrics> metrics = new ArrayList<>();
    for (Server node : nodes) {
      metrics.add(node.metrics());
    }
    return metrics;
  }

  private void addLateness(String label, List<Metrics> before, List<Metrics> after) {
    Metrics first = Metrics.total(before);
    Metrics last = Metrics.total(after);
    results.add(label + ": p50 by the server", "s", last.latenessSeconds(first, 0.5));
    results.add(label + ": p99 by the server", "s", last.latenessSeconds(first, 0.99));
    results.add(label + ": max by the server", "s", last.latenessSeconds(first, 1));
    for (int i = 0; nodes.size() > 1 && i < nodes.size(); i++) {
      double fires = after.get(i).fires() - before.get(i).fires();
      results.add(label + ": fires of node " + (i + 1), "number", fires);
    }
  }

  private void watch(String label, Instant due, long recordsBefore) throws Exception {
    // When the client first saw that at least so many had fired.
    NavigableMap<Long, Double> seen = new TreeMap<>();
    try (Connection connection = new Connection(server.port())) {
      for (long fired = 0; fired < count; TimeUnit.MILLISECONDS.sleep(POLL_MILLIS)) {
        fired = records(connection) - recordsBefore;
        seen.putIfAbsent(fired, secondsSince(due));
        requireInTime(due, fired + " have fired");
      }
    }
    results.add(label + ": p50 as the client sees it", "s", when(seen, 0.5));
    results.add(label + ": p99 as the client sees it", "s", when(seen, 0.99));
    results.add(label + ": max as the client sees it", "s", when(seen, 1));
  }

  private double when(NavigableMap<Long, Double> seen, double part) {
    return seen.ceilingEntry((long) Math.ceil(part * count)).getValue();
  }

  private void awaitSuccess(String label, Instant due, List<Metrics> before) throws Exception {
    for (double succeeded = 0; succeeded < count; TimeUnit.MILLISECONDS.sleep(POLL_MILLIS)) {
      succeeded = Metrics.total(metrics()).since(Metrics.total(before), SUCCESSES);
      requireInTime(due, succeeded + " tasks have succeeded");
    }
    results.add(label + ": all tasks SUCCESS after", "s", secondsSince(due));
  }

  /** Each must have fired exactly once, with success. */
  private void check(long recordsBefore) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      long fired = records(connection) - recordsBefore;
      if (fired != count) {
        throw new IllegalStateException(count + " invokers fired " + fired + " times");
      }
      for (int offset = 0; offset < count; offset += PAGE) {
        JsonNode page = connection.call(Request.invocations(offset, PAGE)).path("InvocationSet");
        for (JsonNode invocation : page) {
          if (page.size() != PAGE
              || !invocation.path("InvocationStatus").asString().equals("SUCCESS")) {
            throw new IllegalStateException("not a page of successes: " + page);
          }
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

  private static void requireInTime(Instant due, String state) {
    if (secondsSince(due) > TIMEOUT.toSeconds()) {
      throw new IllegalStateException("after " + TIMEOUT + " only " + state);
    }
  }
}
