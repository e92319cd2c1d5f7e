package io.tatemulator.benchmark.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A reading of {@code /actuator/prometheus}.
 *
 * @param samples the values by name and labels, as they are written there
 */
public record Metrics(Map<String, Double> samples) {
  private static final Pattern NODE = Pattern.compile("node=\"[^\"]*\",?");
  private static final String LATENESS = "tat_fire_lateness_seconds_bucket{le=\"";

  static Metrics parse(String text) {
    Map<String, Double> samples = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              String name = NODE.matcher(line.substring(0, space)).replaceFirst("");
              samples.put(name, Double.valueOf(line.substring(space + 1)));
            });
    return new Metrics(samples);
  }

  /** What the nodes of an emulator have counted together. */
  public static Metrics total(List<Metrics> nodes) {
    Map<String, Double> total = new LinkedHashMap<>();
    nodes.forEach(
        node -> node.samples.forEach((name, value) -> total.merge(name, value, Double::sum)));
    return new Metrics(total);
  }

  /** The fires so far. */
  public double fires() {
    return samples.getOrDefault(LATENESS + "+Inf\"}", 0.0);
  }

  /** The sum of all samples with this prefix; 0 when there are none. */
  public double sum(String prefix) {
    return samples.entrySet().stream()
        .filter(sample -> sample.getKey().startsWith(prefix))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /**
   * A quantile of the lateness of all fires since an earlier reading, by the server's own
   * histogram: the upper bound of a bucket.
   *
   * @param part such as 0.99
   */
  public double latenessSeconds(Metrics before, double part) {
    double fires = fires() - before.fires();
    for (String sample : samples.keySet()) {
      if (sample.startsWith(LATENESS) && since(before, sample) >= part * fires) {
        String bound = sample.substring(LATENESS.length(), sample.indexOf('"', LATENESS.length()));
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
      }
    }
    throw new IllegalStateException("the histogram of fire lateness is missing");
  }

  /** The growth of a sample since an earlier reading; a missing one counts as 0. */
  public double since(Metrics before, String sample) {
    return samples.getOrDefault(sample, 0.0) - before.samples.getOrDefault(sample, 0.0);
  }
}
