package io.tatemulator.benchmark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
public record Jdk(Path home, String version) {
  private static final int OLDEST = 17;

  /** The one that runs the harness. */
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
  }

  /** One of each feature release in the folder of the running one, 17 and newer, oldest first. */
  public static List<Jdk> installed() throws IOException {
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

  public int feature() {
    return Runtime.Version.parse(version).feature();
  }

  public String java() {
    return home.resolve("bin").resolve("java").toString();
  }

  /** Runs a full garbage collection in another process. */
  void collectGarbage(long pid) throws IOException, InterruptedException {
    String jcmd = home.resolve("bin").resolve("jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jcmd GC.run failed");
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
