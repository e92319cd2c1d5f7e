package io.tatemulator.execution.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The programs of this host that start scripts. */
final class HostTools {
  static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final Map<String, Optional<String>> FOUND = new ConcurrentHashMap<>();

  private HostTools() {}

  /** Returns the folders of programs. */
  static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), DEFAULT_PATH);
  }

  /** Finds a program; empty where the host has none. */
  static Optional<String> find(String program) {
    return FOUND.computeIfAbsent(
        program,
        name ->
            Stream.of(path().split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst());
  }

  /** Returns whether a name or path is that of a program. */
  static boolean isProgram(String command) {
    return command.contains("/") ? Files.isExecutable(Path.of(command)) : find(command).isPresent();
  }

  /**
   * Returns the arguments that run a command in a process group of its own, whose leader it is;
   * empty where the host has no such program.
   */
  static List<String> newGroup() {
    if (WINDOWS) {
      return List.of();
    }
    return find("setsid")
        .map(List::of)
        .or(() -> find("perl").map(perl -> List.of(perl, "-e", "setpgrp(0, 0); exec @ARGV;", "--")))
        .orElse(List.of());
  }
}
