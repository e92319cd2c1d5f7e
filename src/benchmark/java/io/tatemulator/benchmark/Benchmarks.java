package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the chosen benchmarks one after the other and prints their figures. */
public final class Benchmarks {
  private interface Benchmark {
    void run(Settings settings, Results results) throws Exception;
  }

  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("startup", Startup::run);
    ALL.put("steps", Embedding::steps);
    ALL.put("embedding", Embedding::run);
    ALL.put("create", Create::run);
    ALL.put("in-process", InProcess::run);
    ALL.put("advance", Advance::run);
    ALL.put("registered", Registered::run);
    ALL.put("fires", Fires::once);
    ALL.put("crontabs", Fires::crontabs);
    ALL.put("nodes", Fires::onNodes);
    ALL.put("nodes-crontabs", Fires::crontabsOnNodes);
    ALL.put("records", Pages::records);
    ALL.put("tasks", Pages::tasks);
    ALL.put("runs", Runs::run);
    ALL.put("scripts", Scripts::run);
    ALL.put("agents", Agents::run);
    ALL.put("hostile", Hostile::run);
  }

  private Benchmarks() {}

  /** Exits with 1 when a server fails; the figures of the benchmarks before it are printed. */
  public static void main(String[] arguments) {
    Settings settings = Settings.ofSystemProperties();
    Results results = new Results();
    System.out.println(results.machine());
    try {
      run(settings, results);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Settings settings, Results results) throws Exception {
    for (String name : settings.names()) {
      if (!name.equals("all") && !ALL.containsKey(name)) {
        throw new IllegalArgumentException(
            "unknown benchmark " + name + "; known: " + ALL.keySet());
      }
    }
    try {
      for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
        if (settings.wants(benchmark.getKey())) {
          results.begin(benchmark.getKey());
          benchmark.getValue().run(settings, results);
          results.write(settings.target().resolve("benchmark.json"));
        }
      }
    } finally {
      System.out.println();
      System.out.print(results.table());
    }
  }
}
