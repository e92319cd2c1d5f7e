package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Load;
import io.tatemulator.benchmark.support.Metrics;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.util.concurrent.TimeUnit;

/** Tasks finished in a second, of scripts that run on a hundred instances each. */
final class Runs {
  private static final int ROUNDS = 3;
  private static final int INSTANCES = 100;
  private static final int CONNECTIONS = 8;
  private static final int WARM_UP_REQUESTS = 5_000;
  private static final int REQUESTS = 3_000;
  private static final double TIMEOUT_SECONDS = 300;
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";

  private Runs() {}

  static void run(Settings settings, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings, Jdk.running()), folder)) {
      results.say("warming up");
      finish(server, WARM_UP_REQUESTS);
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        double[] figures = finish(server, REQUESTS);
        results.add("RunCommand on " + INSTANCES + " instances", "1/s", figures[0]);
        results.add("tasks finished", "1/s", figures[1]);
      }
    }
  }

  /** Requests answered and tasks finished in a second, until the last task has succeeded. */
  private static double[] finish(Server server, int requests) throws Exception {
    Metrics before = server.metrics();
    long start = System.nanoTime();
    double seconds =
        Load.send(server.port(), CONNECTIONS, requests, index -> Request.runCommand(INSTANCES));
    double tasks = (double) requests * INSTANCES;
    for (double finished = 0;
        finished < tasks;
        finished = server.metrics().since(before, SUCCESSES)) {
      if ((System.nanoTime() - start) / 1e9 > TIMEOUT_SECONDS) {
        throw new IllegalStateException("only " + finished + " of " + tasks + " tasks succeeded");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return new double[] {requests / seconds, tasks / ((System.nanoTime() - start) / 1e9)};
  }
}
