package io.tatemulator.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Java installation.
 *
 * @param home its folder
 * @param version such as {@code 17.0.15}
 */
record Jdk(Path home, String version) {
  private static final int OLDEST = 17;

  /** The one that runs the harness. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
  }

  /** One of each feature release that lies beside the running one, the oldest first. */
  static List<Jdk> installed() throws IOException {
    TreeMap<Integer, Jdk> byFeature = new TreeMap<>();
    Path folder = running().home().toRealPath().getParent();
    try (Stream<Path> beside = Files.list(folder)) {
      for (Path home : beside.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release"))) {
          Jdk jdk = new Jdk(home, releaseOf(home));
          byFeature.put(jdk.feature(), jdk);
        }
      }
    }
    byFeature.put(running().feature(), running());
    return List.copyOf(byFeature.tailMap(OLDEST).values());
  }

  int feature() {
    return Runtime.Version.parse(version).feature();
  }

  String java() {
    return home.resolve("bin").resolve("java").toString();
  }

  /** Lets a process collect its garbage, wholly. */
  void collectGarbage(long pid) throws IOException, InterruptedException {
    String jcmd = home.resolve("bin").resolve("jcmd").toString();
    List<String> command = new ArrayList<>(List.of(jcmd, Long.toString(pid), "GC.run"));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor() != 0) {
      throw new BenchmarkFailure("jcmd GC.run failed");
    }
  }

  private static String releaseOf(Path home) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
  }
}
