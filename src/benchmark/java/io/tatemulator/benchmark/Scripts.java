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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scripts that really run, in a second, beside those that {@code xargs} runs. */
final class Scripts {
  private static final int ROUNDS = 3;
  private static final int INSTANCES = 200;
  private static final int REQUESTS = 25;
  private static final int COUNT = INSTANCES * REQUESTS;
  private static final int CONNECTIONS = 2;
  private static final double TIMEOUT_SECONDS = 300;
  private static final String SCRIPT = "echo $$\n";
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";
  private static final String OURS = "scripts of tasks";
  private static final String THEIRS = "scripts of xargs";

  private Scripts() {}

  static void run(Settings settings, Results results) throws Exception {
    Launch launch =
        Launch.jar(settings, Jdk.running())
            .with("--tat.execution.mode=process", "--tat.execution.own-user=true");
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(launch, folder)) {
      results.say("warming up");
      ofTasks(server);
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        results.add(OURS, "1/s", COUNT / ofTasks(server));
        results.add(THEIRS, "1/s", COUNT / ofXargs(folder.path()));
        results.add("threads afterwards", "", server.metrics().sum("jvm_threads_live_threads"));
        results.add("open files afterwards", "", server.metrics().sum("process_files_open_files"));
      }
      results.addRatio("tasks / xargs", OURS, THEIRS, "1/s");
      try (Stream<Path> left = Files.list(folder.path().resolve("data/scripts"))) {
        if (left.findAny().isPresent()) {
          throw new IllegalStateException("files of scripts are left");
        }
      }
    }
  }

  /** Seconds until the last task has succeeded. */
  private static double ofTasks(Server server) throws Exception {
    Metrics before = server.metrics();
    long start = System.nanoTime();
    Load.send(server.port(), CONNECTIONS, REQUESTS, i -> Request.runCommand(SCRIPT, INSTANCES));
    for (double done = 0; done < COUNT; done = server.metrics().since(before, SUCCESSES)) {
      if ((System.nanoTime() - start) / 1e9 > TIMEOUT_SECONDS) {
        throw new IllegalStateException("only " + done + " of " + COUNT + " tasks succeeded");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Seconds for the same scripts, each by a shell of its own, as many at once as there are cores.
   */
  private static double ofXargs(Path folder) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script.sh"), SCRIPT);
    Path numbers =
        Files.writeString(
            folder.resolve("numbers"),
            IntStream.range(0, COUNT).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    int cores = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    Process xargs =
        new ProcessBuilder("xargs", "-P", "" + cores, "-n", "1", "bash", script.toString())
            .redirectInput(numbers.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (xargs.waitFor() != 0) {
      throw new IllegalStateException("xargs failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
