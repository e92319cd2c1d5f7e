package io.tatemulator.benchmark;

import java.util.List;

/** Runs the benchmarks that were asked for, one after the other, and prints what they gave. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new Fires(),
          new Crontabs(),
          new Registered(),
          new CreateThroughput(),
          new Signatures(),
          new RecordPages(),
          new Runs(),
          new Advances(),
          new TaskPages(),
          new Hostile(),
          new Startup());

  private Benchmarks() {}

  /** Exits with 1, and without figures, when anything was not as it should be. */
  public static void main(String[] arguments) {
    try {
      run(Settings.ofSystemProperties());
    } catch (BenchmarkFailure e) {
      System.err.println("the benchmark ended without a result: " + e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Settings settings) throws Exception {
    checkNames(settings);
    String machine = Machine.line();
    System.out.println(machine);
    Report report = new Report(machine);
    try {
      for (Benchmark benchmark : ALL) {
        if (settings.wants(benchmark)) {
          Sheet sheet = new Sheet(benchmark.name());
          benchmark.run(settings, sheet);
          report.add(sheet);
          report.write(settings.output());
        }
      }
    } finally {
      // Also when a later benchmark failed: what came before it took its minutes.
      System.out.println();
      System.out.print(report.table());
    }
  }

  private static void checkNames(Settings settings) {
    List<String> known = ALL.stream().map(Benchmark::name).toList();
    for (String name : settings.names()) {
      if (!name.equals("all") && !known.contains(name)) {
        throw new BenchmarkFailure("there is no benchmark " + name + "; there are " + known);
      }
    }
  }
}
