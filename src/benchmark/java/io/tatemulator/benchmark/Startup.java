package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.util.List;

/** Time until the first answered CreateInvoker, in turns with WireMock standalone, on each JDK. */
final class Startup {
  private static final int ROUNDS = 5;
  private static final String FIRST_ANSWER = ": first CreateInvoker after";

  private Startup() {}

  static void run(Settings settings, Results results) throws Exception {
    for (Jdk jdk : Jdk.installed()) {
      List<Launch> shipped = Launch.shipped(settings, jdk, results);
      Launch wireMock = Launch.wireMock(settings, jdk);
      // Not counted: it reads the files from the disk, and the launcher makes its archive.
      wireMock(wireMock, new Results());
      for (Launch launch : shipped) {
        results.say("JDK " + jdk.version() + ", " + launch.label() + ": warming up");
        emulator(launch, new Results());
      }
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("JDK " + jdk.version() + ", round " + round);
        wireMock(wireMock, results);
        for (Launch launch : shipped) {
          emulator(launch, results);
        }
      }
      String theirs = label(wireMock) + FIRST_ANSWER;
      for (Launch launch : shipped) {
        String ours = label(launch) + ", empty data folder";
        results.addRatio(ours + " / WireMock", ours + FIRST_ANSWER, theirs, "s");
      }
    }
  }

  private static void wireMock(Launch launch, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.launch(launch, folder)) {
      measure(server, label(launch), results);
    }
  }

  private static void emulator(Launch launch, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create()) {
      for (String state : List.of("empty", "existing")) {
        try (Server server = Server.launch(launch, folder)) {
          String label = label(launch) + ", " + state + " data folder";
          measure(server, label, results);
          results.add(label + ": ready after", "s", server.awaitReady());
        }
      }
    }
  }

  private static void measure(Server server, String label, Results results) throws Exception {
    double seconds = server.awaitCreateInvoker();
    double cpuSeconds = server.cpuSeconds();
    results.add(label + FIRST_ANSWER, "s", seconds);
    results.add(label + ": processor time until then", "s", cpuSeconds);
    results.add(label + ": resident then", "MiB", server.residentMebibytes());
  }

  private static String label(Launch launch) {
    return "JDK " + launch.jdk().feature() + ", " + launch.label();
  }
}
