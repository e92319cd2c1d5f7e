package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.EmbeddedStarts;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Time of {@code TatEmulator.start()} in a JVM that embeds the emulator, on each JDK. */
final class Embedding {
  private static final int ROUNDS = 5;
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

  private static String[] millis(Launch launch) throws IOException, InterruptedException {
    try (TempFolder folder = TempFolder.create()) {
      Process process = launch.builder(List.of(), folder.path()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String prefix = EmbeddedStarts.PREFIX;
      if (process.waitFor() != 0 || !output.contains(prefix)) {
        throw new IllegalStateException("the program failed:\n" + output);
      }
      return output.substring(output.indexOf(prefix) + prefix.length()).strip().split(" ");
    }
  }
}
