package io.tatemulator.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in snapshots of versions that had no executor but the simulated one. Those that have begun
 * stay with it, as in a migrated database.
 */
final class BegunTasks {
  private static final String TABLE = "invocation_task";
  private static final String COLUMN = "executor";

  private BegunTasks() {}

  /** Returns the columns that are written. */
  static List<String> completed(String table, List<String> columns, List<String> missing) {
    return isOlder(table, missing)
        ? Stream.concat(columns.stream(), Stream.of(COLUMN)).toList()
        : columns;
  }

  /** Returns what adds the executor to a row. */
  static UnaryOperator<@Nullable Object[]> completion(
      String table, List<String> columns, List<String> missing) {
    if (!isOlder(table, missing)) {
      return row -> row;
    }
    int status = columns.indexOf("status");
    int nextStep = columns.indexOf("next_step_at");
    return row -> {
      @Nullable Object[] completed = Arrays.copyOf(row, row.length + 1);
      boolean begun = row[nextStep] != null && !"PENDING".equals(row[status]);
      completed[row.length] = begun ? "simulated" : null;
      return completed;
    };
  }

  private static boolean isOlder(String table, List<String> missing) {
    return table.equals(TABLE) && missing.contains(COLUMN);
  }
}
