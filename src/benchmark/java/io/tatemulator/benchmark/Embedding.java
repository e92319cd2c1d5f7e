package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.EmbeddedStarts;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.ProfiledStart;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts in a JVM that embeds the emulator: how long they take, and which of their steps. */
final class Embedding {
  private static final int ROUNDS = 5;
  private static final int PROFILES = 3;
  private static final List<String> STARTS = List.of("first", "second");

  private Embedding() {}

  static void run(Settings settings, Results results) throws Exception {
    for (Jdk jdk : Jdk.installed()) {
      Launch launch = Launch.embedding(settings, jdk, EmbeddedStarts.class);
      // Not counted: it reads the files from the disk.
      millis(launch);
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("JDK " + jdk.version() + ", round " + round);
        String[] millis = millis(launch);
        for (int i = 0; i < STARTS.size(); i++) {
          String label = "JDK %d, %s start".formatted(jdk.feature(), STARTS.get(i));
          results.add(label + ": first CreateInvoker after", "ms", Double.parseDouble(millis[i]));
        }
      }
    }
  }

  /** The longest steps of a start, in a new JVM without an archive. */
  static void steps(Settings settings, Results results) throws Exception {
    Launch launch = Launch.embedding(settings, Jdk.running(), ProfiledStart.class);
    for (int round = 1; round <= settings.roundsOr(PROFILES); round++) {
      results.say("round " + round);
      for (String step : printed(launch, ProfiledStart.PREFIX)) {
        String[] words = step.split(" ", 2);
        results.add(words[1], "ms", Double.parseDouble(words[0]));
      }
    }
  }

  private static String[] millis(Launch launch) throws IOException, InterruptedException {
    return printed(launch, EmbeddedStarts.PREFIX).get(0).split(" ");
  }

  /** What the program printed behind a prefix. */
  private static List<String> printed(Launch launch, String prefix)
      throws IOException, InterruptedException {
    try (TempFolder folder = TempFolder.create()) {
      Process process = launch.builder(List.of(), folder.path()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines =
          output
              .lines()
              .filter(line -> line.startsWith(prefix))
              .map(line -> line.substring(prefix.length()))
              .toList();
      if (process.waitFor() != 0 || lines.isEmpty()) {
        throw new IllegalStateException("the program failed:\n" + output);
      }
      return lines;
    }
  }
}
