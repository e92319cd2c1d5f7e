package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Launch.Product;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.ServerWithEmptyAction;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import io.tatemulator.benchmark.support.Wrk;
import io.tatemulator.benchmark.support.Wrk.Throughput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Throughput of CreateInvoker: cold and warm beside WireMock, and warm beside an action that does
 * nothing.
 */
final class Create {
  private static final int ROUNDS = 3;

  private static final int CONNECTIONS = 16;
  private static final int WINDOW_SECONDS = 8;
  private static final int WARM_UP_SECONDS = 60;

  private static final List<Integer> HANDLER_CONNECTIONS = List.of(16, 32, 64);
  private static final int HANDLER_SECONDS = 4;
  private static final int TURN_SECONDS = 15;

  private final Settings settings;
  private final Results results;
  private final Wrk wrk;

  private Create(Settings settings, Results results, Wrk wrk) {
    this.settings = settings;
    this.results = results;
    this.wrk = wrk;
  }

  static void run(Settings settings, Results results) throws Exception {
    Optional<Wrk> wrk = Wrk.find(settings, results);
    if (wrk.isPresent()) {
      Create create = new Create(settings, results, wrk.get());
      for (Jdk jdk : Jdk.installed()) {
        create.compareWithWireMock(jdk);
      }
      create.compareWithEmptyHandler();
    }
  }

  private void compareWithWireMock(Jdk jdk) throws Exception {
    Launch wireMock = Launch.wireMock(settings, jdk);
    List<Launch> shipped = Launch.shipped(settings, jdk, results);
    List<Launch> launches = prepend(wireMock, shipped);
    for (Launch launch : launches) {
      // Not counted: the launcher may make its archive.
      try (TempFolder folder = TempFolder.create()) {
        Server.start(launch, folder).close();
      }
    }
    for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
      for (Launch launch : launches) {
        results.say(label(launch, "cold") + ", round " + round);
        try (TempFolder folder = TempFolder.create();
            Server server = Server.start(launch, folder)) {
          add(label(launch, "cold"), send(server, launch, WINDOW_SECONDS));
        }
      }
    }
    // In a minute its journal, which has no end by default, would exhaust the heap. With a limit
    // (--max-request-journal-entries) each request would count the whole journal.
    warm(prepend(wireMock.with("--no-request-journal"), shipped));
    for (String state : List.of("cold", "warm")) {
      for (Launch launch : shipped) {
        String ours = label(launch, state);
        results.addRatio(ours + " / WireMock", ours, label(wireMock, state), "1/s");
      }
    }
  }

  private static List<Launch> prepend(Launch first, List<Launch> others) {
    List<Launch> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private void warm(List<Launch> launches) throws Exception {
    List<TempFolder> folders = new ArrayList<>();
    List<Server> servers = new ArrayList<>();
    try {
      for (Launch launch : launches) {
        folders.add(TempFolder.create());
        servers.add(Server.start(launch, folders.get(folders.size() - 1)));
        results.say(label(launch, "warm") + ": warming up");
        send(servers.get(servers.size() - 1), launch, WARM_UP_SECONDS);
      }
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        for (int i = 0; i < launches.size(); i++) {
          results.say(label(launches.get(i), "warm") + ", round " + round);
          add(
              label(launches.get(i), "warm"),
              send(servers.get(i), launches.get(i), WINDOW_SECONDS));
        }
      }
    } finally {
      servers.forEach(Server::close);
      for (TempFolder folder : folders) {
        folder.close();
      }
    }
  }

  private Throughput send(Server server, Launch launch, int seconds) throws Exception {
    return launch.product() == Product.EMULATOR
        ? wrk.create(server, CONNECTIONS, seconds)
        : wrk.send(server, "CreateInvoker", CONNECTIONS, seconds);
  }

  private void compareWithEmptyHandler() throws Exception {
    Launch launch = Launch.embedding(settings, Jdk.running(), ServerWithEmptyAction.class);
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(launch, folder)) {
      try (Connection connection = new Connection(server.port())) {
        connection.send(Request.createInvoker("DoNothing", "benchmark", Request.NEVER));
      }
      server.warmUp(results, turn -> warmUp(server, turn));
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("empty handler, round " + round);
        compareWithEmptyHandler(server, round);
      }
    }
  }

  private void warmUp(Server server, int turn) throws Exception {
    int connections = HANDLER_CONNECTIONS.get(turn % HANDLER_CONNECTIONS.size());
    wrk.send(server, "DoNothing", connections, TURN_SECONDS);
    wrk.create(server, connections, TURN_SECONDS);
  }

  private void compareWithEmptyHandler(Server server, int round) throws Exception {
    List<Throughput> nothings = new ArrayList<>();
    List<Throughput> creates = new ArrayList<>();
    for (int connections : HANDLER_CONNECTIONS) {
      // The first one changes from round to round, in case that the order matters.
      if (round % 2 == 0) {
        creates.add(wrk.create(server, connections, HANDLER_SECONDS));
      }
      nothings.add(wrk.send(server, "DoNothing", connections, HANDLER_SECONDS));
      if (round % 2 == 1) {
        creates.add(wrk.create(server, connections, HANDLER_SECONDS));
      }
    }
    Throughput nothing = fastest(nothings);
    Throughput create = fastest(creates);
    add("empty handler", nothing);
    add("CreateInvoker", create);
    results.add("CreateInvoker / empty handler", "ratio", create.perSecond() / nothing.perSecond());
  }

  private static Throughput fastest(List<Throughput> several) {
    return Collections.max(several, Comparator.comparingDouble(Throughput::perSecond));
  }

  private void add(String label, Throughput throughput) {
    results.add(label, "1/s", throughput.perSecond());
    results.add(label + ": processor time of the server", "us/request", throughput.cpuMicros());
  }

  private static String label(Launch launch, String state) {
    return "JDK " + launch.jdk().feature() + ", " + launch.label() + ", " + state;
  }
}
