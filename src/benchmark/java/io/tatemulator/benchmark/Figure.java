package io.tatemulator.benchmark;

import java.util.Collections;
import java.util.List;

/**
 * One figure with all that the rounds gave, so that its spread shows.
 *
 * @param values one for each round, in order
 */
record Figure(
    String benchmark,
    String figure,
    String unit,
    double min,
    double median,
    double max,
    List<Double> values) {
  static Figure of(String benchmark, String figure, String unit, List<Double> values) {
    return new Figure(
        benchmark,
        figure,
        unit,
        Collections.min(values),
        median(values),
        Collections.max(values),
        List.copyOf(values));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
