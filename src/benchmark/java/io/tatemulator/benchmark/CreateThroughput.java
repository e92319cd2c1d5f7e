package io.tatemulator.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How many invokers are created in a second, beside how often the same request can be answered by a
 * handler that does nothing.
 */
final class CreateThroughput implements Benchmark {
  private static final List<Integer> CONNECTIONS = List.of(16, 32, 64);
  private static final double SECONDS = 4;
  private static final List<String> ACTIONS = List.of("DoNothing", "CreateInvoker");
  private static final double WARM_UP_SECONDS = 15;

  @Override
  public String name() {
    return "create";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.mainClass(ServerWithDoNothing.class), folder)) {
      WarmUp.of(server, sheet, turn -> warmUp(server, turn));
      for (int round = 1; round <= settings.rounds(); round++) {
        sheet.say("round " + round);
        measure(server, sheet, round % 2 == 0);
      }
    }
  }

  private static void warmUp(Server server, int turn) {
    for (String action : ACTIONS) {
      send(server, action, CONNECTIONS.get(turn % CONNECTIONS.size()), WARM_UP_SECONDS);
    }
  }

  /** Which of the two comes first changes from round to round, in case that it matters. */
  private static void measure(Server server, Sheet sheet, boolean createFirst) {
    List<Throughput> nothings = new ArrayList<>();
    List<Throughput> creates = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      if (createFirst) {
        creates.add(send(server, "CreateInvoker", connections, SECONDS));
      }
      nothings.add(send(server, "DoNothing", connections, SECONDS));
      if (!createFirst) {
        creates.add(send(server, "CreateInvoker", connections, SECONDS));
      }
    }
    Throughput nothing = Throughput.fastest(nothings);
    Throughput create = Throughput.fastest(creates);
    note(sheet, "empty handler", nothing);
    note(sheet, "CreateInvoker", create);
    sheet.add("CreateInvoker / empty handler", "ratio", create.perSecond() / nothing.perSecond());
  }

  private static void note(Sheet sheet, String what, Throughput best) {
    best.note(sheet, what);
    sheet.add(what + ": best with", "connections", best.connections());
  }

  private static Throughput send(Server server, String action, int connections, double seconds) {
    return Throughput.during(
        server,
        connections,
        seconds,
        index -> Request.createInvoker(action, "benchmark-" + index, Request.NEVER));
  }
}
