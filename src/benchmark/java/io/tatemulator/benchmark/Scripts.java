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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scripts that really run, in a second, beside those that {@code xargs} runs. */
final class Scripts {
  private static final int ROUNDS = 3;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int INSTANCES = 200;
  private static final int REQUESTS = 25;
  private static final int COUNT = INSTANCES * REQUESTS;
  private static final int CONNECTIONS = 2;
  private static final double TIMEOUT_SECONDS = 300;
  private static final String SCRIPT = "echo $$\n";
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";
  private static final String OURS = "scripts of tasks";
  private static final String AS_WE_DO = "scripts of xargs, with profiles";
  private static final String PLAIN = "scripts of xargs, without profiles";
  private static final String CORES = Integer.toString(Runtime.getRuntime().availableProcessors());

  /** How the agent starts a script. */
  private static final List<String> PROFILES =
      List.of(
          "setsid",
          "bash",
          "-c",
          "{ . /etc/profile; . ~/.bash_profile || . ~/.bashrc; } 2>/dev/null; exec \"$0\" \"$1\"",
          "bash");

  private Scripts() {}

  static void run(Settings settings, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(launch(settings, folder), folder)) {
      results.say("warming up");
      results.add(OURS + ", the first", "1/s", COUNT / ofTasks(server));
      for (int round = 1; round < WARM_UP_ROUNDS; round++) {
        ofTasks(server);
      }
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        results.add(OURS, "1/s", COUNT / ofTasks(server));
        results.add(AS_WE_DO, "1/s", COUNT / ofXargs(folder.path(), PROFILES));
        results.add(PLAIN, "1/s", COUNT / ofXargs(folder.path(), List.of("bash")));
        results.add("threads afterwards", "", server.metrics().sum("jvm_threads_live_threads"));
        results.add("open files afterwards", "", server.metrics().sum("process_files_open_files"));
      }
      results.addRatio("tasks / xargs with profiles", OURS, AS_WE_DO, "1/s");
      results.addRatio("tasks / xargs without profiles", OURS, PLAIN, "1/s");
      try (Stream<Path> left = Files.list(folder.path().resolve("data/scripts"))) {
        if (left.findAny().isPresent()) {
          throw new IllegalStateException("files of scripts are left");
        }
      }
    }
  }

  /** With a home of its own, since the profile of the user who measures may take long. */
  private static Launch launch(Settings settings, TempFolder folder) {
    return Launch.jar(settings, Jdk.running(), "-Duser.home=" + folder.path())
        .with("--tat.execution.mode=process", "--tat.execution.own-user=true");
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

  /** Seconds for the same scripts by {@code xargs}, as many at once as there are cores. */
  private static double ofXargs(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script.sh"), SCRIPT);
    Path numbers =
        Files.writeString(
            folder.resolve("numbers"),
            IntStream.range(0, COUNT).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    List<String> xargs = new ArrayList<>(List.of("xargs", "-P", CORES, "-I{}"));
    xargs.addAll(command);
    xargs.add(script.toString());
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(xargs)
            .redirectInput(numbers.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("HOME", folder.toString());
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("xargs failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
