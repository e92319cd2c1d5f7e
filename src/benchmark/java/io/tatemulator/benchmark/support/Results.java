package io.tatemulator.benchmark.support;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run, as a table for people and as JSON for programs. */
public final class Results {
  private static final List<String> HEAD =
      List.of("benchmark", "figure", "unit", "min", "median", "max");

  private record Key(String benchmark, String figure, String unit) {}

  /** One row, with the value of each round in order. */
  private record Row(
      String benchmark,
      String figure,
      String unit,
      double min,
      double median,
      double max,
      List<Double> values) {}

  private final Map<Key, List<Double>> values = new LinkedHashMap<>();
  private final String machine = machineLine();
  private String benchmark = "";

  /** Attributes the figures that follow to a benchmark. */
  public void begin(String name) {
    benchmark = name;
  }

  /** Adds what one round measured. */
  public void add(String figure, String unit, double value) {
    values.computeIfAbsent(new Key(benchmark, figure, unit), key -> new ArrayList<>()).add(value);
  }

  /** Adds the ratio of the medians of two figures. */
  public void addRatio(String figure, String numerator, String denominator, String unit) {
    add(figure, "ratio", median(numerator, unit) / median(denominator, unit));
  }

  /** Reports progress. */
  public void say(String what) {
    System.err.println(benchmark + ": " + what);
  }

  /** The machine, and by its load average whether it was quiet before the run. */
  public String machine() {
    return machine;
  }

  /** A Markdown table. */
  public String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    rows().forEach(row -> rows.add(cells(row)));
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append(line(row, widths)));
    return table.insert(table.indexOf("\n") + 1, rule(widths)).toString();
  }

  public void write(Path output) throws IOException {
    Map<String, Object> all = Map.of("machine", machine, "figures", rows());
    Files.write(
        output,
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
  }

  /** The median of some values, which are not empty. */
  public static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private double median(String figure, String unit) {
    return median(values.getOrDefault(new Key(benchmark, figure, unit), List.of(Double.NaN)));
  }

  private List<Row> rows() {
    return values.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private static Row row(Key key, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Row(
        key.benchmark(),
        key.figure(),
        key.unit(),
        sorted.get(0),
        median(values),
        sorted.get(sorted.size() - 1),
        List.copyOf(values));
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.benchmark(),
        row.figure(),
        row.unit(),
        text(row.min()),
        text(row.median()),
        text(row.max()));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      boolean number = i >= 3;
      line.append(' ').append(number ? padding + row.get(i) : row.get(i) + padding).append(" |");
    }
    return line.append('\n').toString();
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      rule.append('-').append("-".repeat(widths[i])).append(i >= 3 ? ":|" : "-|");
    }
    return rule.append('\n').toString();
  }

  private static String machineLine() {
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %s %s, JDK %s (%s), default maximum heap %d MiB, load average %.2f",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        Runtime.getRuntime().maxMemory() >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
