package io.tatemulator.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reading of {@code /actuator/prometheus}.
 *
 * @param samples the values by name and labels, as they are spelt there
 */
record Metrics(Map<String, Double> samples) {
  private static final String LATENESS = "tat_fire_lateness_seconds_bucket{le=\"";

  static Metrics parse(String text) {
    Map<String, Double> samples = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            });
    return new Metrics(samples);
  }

  /** The sum of all samples that begin like this; 0 when there are none. */
  double sum(String beginning) {
    return samples.entrySet().stream()
        .filter(sample -> sample.getKey().startsWith(beginning))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /**
   * How late a part of the fires since an earlier reading was at most, by the server's own
   * histogram. It is the upper bound of a bucket, so the truth lies below.
   *
   * @param part such as 0.99
   */
  double latenessSeconds(Metrics before, double part) {
    double fires = since(before, LATENESS + "+Inf\"}");
    for (String sample : samples.keySet()) {
      if (sample.startsWith(LATENESS) && since(before, sample) >= part * fires) {
        String bound = sample.substring(LATENESS.length(), sample.indexOf('"', LATENESS.length()));
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
      }
    }
    throw new BenchmarkFailure("there is no histogram of fire lateness");
  }

  /** By how much a sample has grown; one that was not there before counts as 0. */
  double since(Metrics before, String sample) {
    return samples.getOrDefault(sample, 0.0) - before.samples.getOrDefault(sample, 0.0);
  }
}
