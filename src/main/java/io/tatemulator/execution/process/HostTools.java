package io.tatemulator.execution.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this host that start scripts. */
final class HostTools {
  static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final List<String> NEW_GROUP =
      WINDOWS
          ? List.of()
          : find("setsid")
              .map(List::of)
              .or(
                  () ->
                      find("perl")
                          .map(perl -> List.of(perl, "-e", "setpgrp(0, 0); exec @ARGV;", "--")))
              .orElse(List.of());

  // Looked for once, since it takes a while in each folder.
  private static final Optional<String> BASH = find("bash");

  private HostTools() {}

  /** Returns the folders of programs. */
  static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), DEFAULT_PATH);
  }

  /** Finds a program; empty where the host has none. */
  static Optional<String> find(String program) {
    return Stream.of(path().split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(HostTools::isProgram)
        .map(Path::toString)
        .findFirst();
  }

  /** Returns whether a name or path is that of a program. */
  static boolean isProgram(String command) {
    return command.contains("/") ? isProgram(Path.of(command)) : find(command).isPresent();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** Returns the path of bash; empty where the host has none. */
  static Optional<String> bash() {
    return BASH;
  }

  /**
   * Returns the arguments that run a command in a process group of its own, whose leader it is;
   * empty where the host has no such program.
   */
  static List<String> newGroup() {
    return NEW_GROUP;
  }
}
