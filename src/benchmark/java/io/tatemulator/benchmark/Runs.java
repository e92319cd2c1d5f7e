package io.tatemulator.benchmark;

import java.io.IOException;

/** How many tasks of scripts that run on a hundred instances each finish in a second. */
final class Runs implements Benchmark {
  private static final int INSTANCES = 100;
  private static final int CONNECTIONS = 8;
  private static final double WARM_UP_SECONDS = 20;
  private static final double SECONDS = 10;
  private static final long POLL_MILLIS = 5;
  private static final double PATIENCE_SECONDS = 120;
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings), folder)) {
      sheet.say("warming up");
      finish(server, WARM_UP_SECONDS);
      for (int round = 1; round <= settings.rounds(); round++) {
        sheet.say("round " + round);
        double[] figures = finish(server, SECONDS);
        sheet.add("RunCommand on " + INSTANCES + " instances", "1/s", figures[0]);
        sheet.add("tasks finished", "1/s", figures[1]);
      }
    }
  }

  /** Requests answered, and tasks finished, in a second; until the last task has succeeded. */
  private static double[] finish(Server server, double seconds)
      throws IOException, InterruptedException {
    Metrics before = server.metrics();
    long start = System.nanoTime();
    Load load =
        Load.during(server.port(), CONNECTIONS, seconds, index -> Request.runCommand(INSTANCES));
    double tasks = (double) load.answered() * INSTANCES;
    double finished = 0;
    while (finished < tasks) {
      Pause.millis(POLL_MILLIS);
      finished = server.metrics().since(before, SUCCESSES);
      if ((System.nanoTime() - start) / 1e9 > PATIENCE_SECONDS) {
        throw new BenchmarkFailure("of " + tasks + " tasks only " + finished + " have succeeded");
      }
    }
    return new double[] {load.perSecond(), tasks / ((System.nanoTime() - start) / 1e9)};
  }
}
