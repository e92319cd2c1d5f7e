package io.tatemulator.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * What the caller asked for.
 *
 * @param names the benchmarks to run, in order; {@code all} for every one
 * @param rounds how many measured rounds each has
 * @param jar the server as it is shipped
 * @param output where the figures are written as JSON
 */
record Settings(List<String> names, int rounds, Path jar, Path output) {
  static Settings ofSystemProperties() {
    return new Settings(
        List.of(System.getProperty("benchmark", "all").split(",")),
        Integer.getInteger("benchmark.rounds", 3),
        Path.of(System.getProperty("benchmark.jar", "target/tat-emulator.jar")).toAbsolutePath(),
        Path.of(System.getProperty("benchmark.output", "target/benchmark.json")));
  }

  boolean wants(Benchmark benchmark) {
    return names.contains("all") || names.contains(benchmark.name());
  }
}
