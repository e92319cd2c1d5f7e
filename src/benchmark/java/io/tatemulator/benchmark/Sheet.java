package io.tatemulator.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one benchmark, in the order in which they were first taken. */
final class Sheet {
  private record Key(String figure, String unit) {}

  private final String benchmark;
  private final Map<Key, List<Double>> values = new LinkedHashMap<>();

  Sheet(String benchmark) {
    this.benchmark = benchmark;
  }

  /** Notes what one round gave. */
  void add(String figure, String unit, double value) {
    values.computeIfAbsent(new Key(figure, unit), key -> new ArrayList<>()).add(value);
  }

  /** Tells whoever waits what is going on. */
  void say(String what) {
    System.err.println(benchmark + ": " + what);
  }

  List<Figure> figures() {
    return values.entrySet().stream()
        .map(
            entry ->
                Figure.of(
                    benchmark, entry.getKey().figure(), entry.getKey().unit(), entry.getValue()))
        .toList();
  }
}
