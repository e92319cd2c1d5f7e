package io.tatemulator.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run, as a table for people and as JSON for programs. */
final class Report {
  private static final List<String> HEAD =
      List.of("benchmark", "figure", "unit", "min", "median", "max");

  private final String machine;
  private final List<Figure> figures = new ArrayList<>();

  Report(String machine) {
    this.machine = machine;
  }

  void add(Sheet sheet) {
    figures.addAll(sheet.figures());
  }

  /** A Markdown table, to be read as it is or pasted into a page. */
  String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    figures.forEach(figure -> rows.add(cells(figure)));
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append(line(row, widths)));
    int afterHead = table.indexOf("\n") + 1;
    return table.insert(afterHead, rule(widths)).toString();
  }

  void write(Path output) throws IOException {
    Files.createDirectories(output.toAbsolutePath().getParent());
    JsonMapper mapper = JsonMapper.builder().build();
    Map<String, Object> all = Map.of("machine", machine, "figures", figures);
    Files.write(output, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
  }

  private static List<String> cells(Figure figure) {
    return List.of(
        figure.benchmark(),
        figure.figure(),
        figure.unit(),
        text(figure.min()),
        text(figure.median()),
        text(figure.max()));
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
}
