package io.tatemulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That an action was refused with a code; with none it was not.
 *
 * <p>Several processes share the tests, so each writes what it meets to a file of its own in the
 * folder {@code refusals.folder}, if there is one.
 *
 * @param action the action that was called
 * @param code the error's code; empty when the call was answered
 */
public record Refusal(String action, String code) {
  private static final String ON_PURPOSE = "on-purpose";
  private static final String BY_CHANCE = "by-chance";

  /** Random requests name actions that are none, which would break the lines of a file. */
  private static final Pattern ACTION = Pattern.compile("[A-Za-z]+");

  private static final Set<Refusal> SEEN = ConcurrentHashMap.newKeySet();
  private static final Set<Refusal> SEEN_BY_CHANCE = ConcurrentHashMap.newKeySet();

  /** How calls have ended that tests of this run made on purpose. */
  public static Set<Refusal> seen() {
    return union(SEEN, ON_PURPOSE);
  }

  /** How calls have ended that tests of this run made at random. */
  public static Set<Refusal> seenByChance() {
    return union(SEEN_BY_CHANCE, BY_CHANCE);
  }

  /** Notes how a call has ended that was made at random. */
  public static void noteByChance(String action, String code) {
    new Refusal(action, code).addTo(SEEN_BY_CHANCE, BY_CHANCE);
  }

  static void note(String action, String code) {
    new Refusal(action, code).addTo(SEEN, ON_PURPOSE);
  }

  private void addTo(Set<Refusal> seen, String kind) {
    if (ACTION.matcher(action).matches() && seen.add(this)) {
      folder().forEach(folder -> write(folder, kind));
    }
  }

  private void write(Path folder, String kind) {
    Path file = folder.resolve(kind + "-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      // One short write in append mode, so that the lines of several threads do not mix.
      Files.writeString(
          file, action + " " + code + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Refusal> union(Set<Refusal> seen, String kind) {
    Set<Refusal> all = new HashSet<>(seen);
    folder().filter(Files::isDirectory).forEach(folder -> all.addAll(read(folder, kind)));
    return all;
  }

  private static List<Refusal> read(Path folder, String kind) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(kind))
          .flatMap(Refusal::lines)
          .map(line -> line.split(" ", 2))
          .map(parts -> new Refusal(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> folder() {
    return Stream.ofNullable(System.getProperty("refusals.folder")).map(Path::of);
  }
}
