package io.tatemulator.benchmark.support;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line of a run.
 *
 * @param names the benchmarks to run; {@code all} for every one
 * @param rounds how many measured rounds each has; 0 for the benchmark's own default
 * @param project the checkout
 * @param target the build folder
 */
public record Settings(List<String> names, int rounds, Path project, Path target) {
  public static Settings ofSystemProperties() {
    Path project = Path.of(System.getProperty("benchmark.project", "")).toAbsolutePath();
    return new Settings(
        List.of(System.getProperty("benchmark", "all").split(",")),
        Integer.getInteger("benchmark.rounds", 0),
        project,
        project.resolve(System.getProperty("benchmark.target", "target")));
  }

  public boolean wants(String name) {
    return names.contains("all") || names.contains(name);
  }

  public int roundsOr(int standard) {
    return rounds == 0 ? standard : rounds;
  }

  /** A file below {@code src/benchmark}. */
  public Path source(String path) {
    return project.resolve("src/benchmark").resolve(path);
  }

  /** A file that the Maven profile puts into the build folder for the benchmarks. */
  public Path prepared(String path) {
    return target.resolve("benchmark").resolve(path);
  }
}
