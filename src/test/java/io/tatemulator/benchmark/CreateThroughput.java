package io.tatemulator.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * How many invokers are created in a second, beside how often the same request can be answered by a
 * handler that does nothing.
 */
final class CreateThroughput implements Benchmark {
  private static final List<Integer> CONNECTIONS = List.of(16, 32, 64);
  private static final double SECONDS = 4;
  private static final String COMPILED = "jvm_compilation_time_ms_total";
  private static final List<String> ACTIONS = List.of("DoNothing", "CreateInvoker");
  private static final double WARM_UP_SECONDS = 15;
  private static final int MOST_WARM_UPS = 15;

  /** The part of a core that the compiler may still take from a server that counts as warm. */
  private static final double COMPILING = 0.02;

  private static final String NEVER_HERE =
      "{\"Policy\":\"ONCE\",\"InvokeTime\":\"2099-01-01T00:00:00+08:00\"}";

  /**
   * The best of the numbers of connections that were tried.
   *
   * @param cpuMicros the server's processor time for each request, which other work on the machine
   *     disturbs less than it does the throughput
   */
  private record Best(double perSecond, int connections, double cpuMicros) {}

  @Override
  public String name() {
    return "create";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.mainClass(ServerWithDoNothing.class), folder)) {
      warmUp(server, sheet);
      for (int round = 1; round <= settings.rounds(); round++) {
        sheet.say("round " + round);
        measure(server, sheet, round % 2 == 0);
      }
    }
  }

  /** On two busy cores the compiler needs minutes to come to an end. */
  private static void warmUp(Server server, Sheet sheet) throws IOException, InterruptedException {
    double compiling = 1;
    for (int turn = 1; turn <= MOST_WARM_UPS && compiling > COMPILING; turn++) {
      sheet.say("warming up");
      double before = server.metrics().sum(COMPILED);
      for (String action : ACTIONS) {
        send(server, action, CONNECTIONS.get(turn % CONNECTIONS.size()), WARM_UP_SECONDS);
      }
      double seconds = ACTIONS.size() * WARM_UP_SECONDS;
      compiling = (server.metrics().sum(COMPILED) - before) / 1000 / seconds;
    }
  }

  /** Which of the two comes first changes from round to round, in case that it matters. */
  private static void measure(Server server, Sheet sheet, boolean createFirst)
      throws InterruptedException {
    Best create = new Best(0, 0, 0);
    Best nothing = new Best(0, 0, 0);
    for (int connections : CONNECTIONS) {
      if (createFirst) {
        create = best(create, server, "CreateInvoker", connections);
      }
      nothing = best(nothing, server, "DoNothing", connections);
      if (!createFirst) {
        create = best(create, server, "CreateInvoker", connections);
      }
    }
    note(sheet, "empty handler", nothing);
    note(sheet, "CreateInvoker", create);
    sheet.add("CreateInvoker / empty handler", "ratio", create.perSecond() / nothing.perSecond());
  }

  private static void note(Sheet sheet, String what, Best best) {
    sheet.add(what, "1/s", best.perSecond());
    sheet.add(what + ": best with", "connections", best.connections());
    sheet.add(what + ": processor time of the server", "us/request", best.cpuMicros());
  }

  private static Best best(Best soFar, Server server, String action, int connections)
      throws InterruptedException {
    double cpuBefore = server.cpuSeconds();
    Load load = send(server, action, connections, SECONDS);
    double cpuMicros = (server.cpuSeconds() - cpuBefore) * 1e6 / load.answered();
    return load.perSecond() > soFar.perSecond()
        ? new Best(load.perSecond(), connections, cpuMicros)
        : soFar;
  }

  private static Load send(Server server, String action, int connections, double seconds)
      throws InterruptedException {
    return Load.during(
        server.port(),
        connections,
        seconds,
        index -> Request.createInvoker(action, "benchmark-" + index, NEVER_HERE));
  }
}
