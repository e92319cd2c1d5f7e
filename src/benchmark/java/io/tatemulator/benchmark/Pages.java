package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Time of a page of records or tasks on a server with a thousand and on one with a million. */
final class Pages {
  private static final int ROUNDS = 3;
  private static final int INVOKERS = 10;
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int LIMIT = 20;
  private static final int WARM_UP = 2_000;
  private static final int SAMPLES = 1_000;

  /** Small, so that other work of the machine affects both servers alike. */
  private static final int BLOCK = 50;

  private static final int DEEP_SAMPLES = 5;

  /** How many records one move of the clock makes, at most the emulator's own limit. */
  private static final int MOVE = 100_000;

  private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

  /** A server with many records, and as many invocations and tasks. */
  private record Side(
      Server server, int records, List<String> invokerIds, List<String> invocationIds) {
    List<String> invokers(int first, int count) {
      return IntStream.range(first, first + count)
          .mapToObj(i -> invokerIds.get(i % INVOKERS))
          .toList();
    }
  }

  /** A request that differs from turn to turn, since H2 answers a repeated query from its cache. */
  private interface PageRequest {
    Request of(Side side, long offset, int turn);
  }

  /**
   * What is asked for.
   *
   * @param item what each item of the page contains once
   * @param total how many items all pages have, of so many records
   */
  private record Question(String label, String item, PageRequest request, IntUnaryOperator total) {}

  private Pages() {}

  static void records(Settings settings, Results results) throws Exception {
    compare(
        settings,
        results,
        List.of(recordsOf("one id", 1), recordsOf("three ids", 3), recordsOf("no ids", 0)));
  }

  static void tasks(Settings settings, Results results) throws Exception {
    String item = "\"InvocationTaskId\"";
    compare(
        settings,
        results,
        List.of(
            new Question(
                "all",
                item,
                (side, offset, turn) -> Request.tasks("", offset, LIMIT),
                records -> records),
            new Question(
                "one invocation",
                item,
                (side, offset, turn) ->
                    Request.tasks(
                        "\"Filters\":[{\"Name\":\"invocation-id\",\"Values\":[\"%s\"]}],"
                            .formatted(side.invocationIds().get(turn)),
                        0,
                        LIMIT),
                records -> 1)));
  }

  private static Question recordsOf(String label, int ids) {
    return new Question(
        label,
        "\"InvokeTime\"",
        (side, offset, turn) -> Request.records(side.invokers(turn, ids), offset, LIMIT),
        records -> ids == 0 ? records : records / INVOKERS * ids);
  }

  private static void compare(Settings settings, Results results, List<Question> questions)
      throws Exception {
    Launch launch = Launch.jar(settings, Jdk.running());
    try (TempFolder fewFolder = TempFolder.create();
        TempFolder manyFolder = TempFolder.create();
        Server fewServer = Server.start(launch, fewFolder);
        Server manyServer = Server.start(launch, manyFolder)) {
      Side few = fill(fewServer, FEW, results);
      Side many = fill(manyServer, MANY, results);
      for (Question question : questions) {
        compare(few, many, question, WARM_UP);
      }
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        for (Question question : questions) {
          measure(few, many, question, results);
        }
      }
    }
  }

  /** Ten invokers fire together once a minute, in moves of a frozen clock. */
  private static Side fill(Server server, int records, Results results) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      results.say("making " + records + " records");
      connection.control("PUT", "clock", "{\"mode\":\"frozen\",\"now\":\"%s\"}".formatted(START));
      List<String> invokerIds = new ArrayList<>();
      for (int i = 0; i < INVOKERS; i++) {
        Request request = Request.createInvoker("pages", Request.recurrence("* * * * *"));
        invokerIds.add(connection.call(request).path("InvokerId").asString());
      }
      for (int made = 0; made < records; made += MOVE) {
        Duration by = Duration.ofMinutes(Math.min(MOVE, records - made) / INVOKERS);
        connection.control("POST", "clock/advance", "{\"by\":\"%s\"}".formatted(by));
      }
      List<String> invocationIds = new ArrayList<>();
      for (JsonNode invocation :
          connection.call(Request.invocations(0, 2 * BLOCK)).path("InvocationSet")) {
        invocationIds.add(invocation.path("InvocationId").asString());
      }
      return new Side(server, records, invokerIds, invocationIds);
    }
  }

  private static void measure(Side few, Side many, Question question, Results results)
      throws IOException {
    String what = question.label();
    double[] millis = compare(few, many, question, SAMPLES);
    results.add(what + ": page among 1,000", "ms", millis[0]);
    results.add(what + ": page among 1,000,000", "ms", millis[1]);
    results.add(what + ": 1,000,000 / 1,000", "ratio", millis[1] / millis[0]);
    int total = question.total().applyAsInt(many.records());
    if (total > 2 * LIMIT) {
      List<Double> deep = new ArrayList<>();
      take(many, question, total / 2, DEEP_SAMPLES, deep);
      results.add(what + ": page half-way into 1,000,000", "ms", Results.median(deep));
    }
  }

  /** The median times of a first page on both sides. */
  private static double[] compare(Side few, Side many, Question question, int samples)
      throws IOException {
    List<Double> fewMillis = new ArrayList<>();
    List<Double> manyMillis = new ArrayList<>();
    while (fewMillis.size() < samples) {
      take(few, question, 0, BLOCK, fewMillis);
      take(many, question, 0, BLOCK, manyMillis);
    }
    return new double[] {Results.median(fewMillis), Results.median(manyMillis)};
  }

  private static void take(
      Side side, Question question, long offset, int samples, List<Double> millis)
      throws IOException {
    // A connection for each block, since the server closes one that idles meanwhile.
    try (Connection connection = new Connection(side.server().port())) {
      for (int i = 0; i < samples; i++) {
        Request request = question.request().of(side, offset + i % LIMIT, i);
        long start = System.nanoTime();
        String body = connection.send(request);
        millis.add((System.nanoTime() - start) / 1e6);
        int total = question.total().applyAsInt(side.records());
        if (!body.contains("\"TotalCount\":" + total + ",")
            || body.split(question.item(), -1).length != Math.min(LIMIT, total) + 1) {
          throw new IllegalStateException("not a page of " + total + ": " + body);
        }
      }
    }
  }
}
