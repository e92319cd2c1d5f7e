package io.tatemulator.execution.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user of this host.
 *
 * @param name its name
 * @param uid its numeric id
 * @param gid the numeric id of its primary group
 * @param home its home folder
 * @param shell its login shell
 */
record HostUser(String name, String uid, String gid, String home, String shell) {
  private static final Path PASSWD = Path.of("/etc/passwd");
  private static final int MIN_FIELDS = 7;
  private static final int LOOKUP_SECONDS = 5;

  /** Returns the user that runs the emulator, with the home folder that the JVM has. */
  static HostUser own() {
    String name = System.getProperty("user.name");
    String home = System.getProperty("user.home");
    return find(name)
        .map(user -> new HostUser(name, user.uid(), user.gid(), home, user.shell()))
        .orElseGet(() -> new HostUser(name, "", "", home, "/bin/sh"));
  }

  /** Finds a user by name: in the local file, or else where the host looks users up. */
  static Optional<HostUser> find(String name) {
    if (name.isEmpty() || name.startsWith("-") || name.contains(":")) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(PASSWD, StandardCharsets.ISO_8859_1)) {
      Optional<HostUser> local =
          lines.filter(line -> line.startsWith(name + ":")).findFirst().flatMap(HostUser::parse);
      return local.isPresent() ? local : lookUp(name);
    } catch (IOException e) {
      return lookUp(name);
    }
  }

  private static Optional<HostUser> lookUp(String name) {
    return Stream.of(List.of("getent", "passwd", name), List.of("id", "-P", name))
        .flatMap(command -> firstLine(command).stream())
        .flatMap(line -> parse(line).stream())
        .filter(user -> user.name().equals(name))
        .findFirst();
  }

  private static Optional<String> firstLine(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      // It prints a line, which the pipe holds until then.
      if (!process.waitFor(LOOKUP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? output.lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Parses a line with seven fields, or with ten, as BSD systems print it. */
  private static Optional<HostUser> parse(String line) {
    String[] fields = line.split(":", -1);
    int last = fields.length - 1;
    return fields.length < MIN_FIELDS
        ? Optional.empty()
        : Optional.of(
            new HostUser(fields[0], fields[2], fields[3], fields[last - 1], fields[last]));
  }
}
