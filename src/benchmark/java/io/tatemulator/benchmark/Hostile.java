package io.tatemulator.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What becomes of good requests, and of the server's memory, among bad and half-sent ones. */
final class Hostile implements Benchmark {
  private static final int CONNECTIONS = 200;
  private static final double SECONDS = 60;

  /** So little that the database's cache is full after the first load. */
  private static final String HEAP = "-Xmx256m";

  /** Longer than the server keeps a thread that has nothing to do. */
  private static final Duration CALM = Duration.ofSeconds(75);

  /** What a server takes that has nothing to do. */
  private record Footprint(double heap, double threads, double files) {
    static Footprint of(Server server) throws IOException, InterruptedException {
      Pause.until(Instant.now().plus(CALM));
      Metrics metrics = server.metrics();
      return new Footprint(
          server.heapMebibytes(),
          metrics.sum("jvm_threads_live_threads"),
          metrics.sum("process_files_open_files"));
    }

    void note(Sheet sheet, String when) {
      sheet.add("heap after GC " + when, "MiB", heap);
      sheet.add("threads " + when, "number", threads);
      sheet.add("open files " + when, "number", files);
    }
  }

  @Override
  public String name() {
    return "hostile";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings).with(HEAP), folder)) {
      // The same load, so that all that the server keeps for later has been filled before.
      sheet.say("warming up");
      load(server);
      Footprint before = Footprint.of(server);
      for (int round = 1; round <= settings.rounds(); round++) {
        sheet.say("round " + round);
        load(server).note(sheet, SECONDS);
        Footprint after = Footprint.of(server);
        before.note(sheet, "before");
        after.note(sheet, "after");
        sheet.add("heap after GC: after - before", "MiB", after.heap() - before.heap());
        before = after;
      }
    }
  }

  private static Outcomes load(Server server) throws IOException {
    Outcomes outcomes = new Outcomes();
    Lines.run(server.port(), CONNECTIONS, new HostileMix(outcomes, SECONDS));
    outcomes.check(server.errors());
    return outcomes;
  }
}
