package io.tatemulator.benchmark;

import io.tatemulator.support.ResourceId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes into a database what many fires would have left there: all that the emulator itself would
 * have written, without the hours that its calls would take. The schema is the emulator's own,
 * since it has started once before.
 */
final class Archive {
  static final int INVOKERS = 10;

  private static final int CHUNK = 100_000;
  private static final long FIRST_FIRE = 1_700_000_000_000L;

  // Record X belongs to invoker X mod 10; all ten fire together, once a minute.
  private static final List<String> ROWS =
      List.of(
          """
          insert into invocation (id, tenant_id, revision_id, source, instance_kind, status,
            started_at, ended_at, created_at, updated_at)
          select %1$d + x, %2$d, %3$d, 'INVOKER', 'CVM', 'SUCCESS', at, at, at, at
          from (select x, %4$d + x / 10 * 60000 as at from system_range(%5$d, %6$d))
          """,
          """
          insert into invocation_task (id, tenant_id, invocation_id, instance_id, status, exit_code,
            dropped, error_info, started_at, ended_at, created_at, updated_at)
          select %1$d + x, %2$d, %7$d + x, 'ins-yx05ky8j', 'SUCCESS', 0, 0, '', at, at, at, at
          from (select x, %4$d + x / 10 * 60000 as at from system_range(%5$d, %6$d))
          """,
          """
          insert into invoker_record (id, tenant_id, invoker_number, invocation_id, due_at, fired_at,
            ordinal)
          select %1$d + x, %2$d, %8$d + mod(x, 10), %7$d + x, at, at, x / 10 + 1
          from (select x, %4$d + x / 10 * 60000 as at from system_range(%5$d, %6$d))
          """);

  private final long firstInvoker;
  private final long firstInvocation;
  private final int records;

  private Archive(long firstInvoker, long firstInvocation, int records) {
    this.firstInvoker = firstInvoker;
    this.firstInvocation = firstInvocation;
    this.records = records;
  }

  /** Fills a folder in which the emulator has run before and does not run now. */
  static Archive fill(TempFolder folder, int records) throws IOException, SQLException {
    String url = "jdbc:h2:file:" + folder.path().resolve("data").resolve("tat");
    try (Connection database = DriverManager.getConnection(url, "tat", "");
        Statement statement = database.createStatement()) {
      long tenant = number(statement, "select id from tenant");
      long command = number(statement, "select id from command");
      long revision = number(statement, "select revision_id from command");
      long invokers = number(statement, "select next value for emulator_id");
      long ids = invokers + INVOKERS;
      statement.execute(
          "alter sequence emulator_id restart with " + (ids + (long) ROWS.size() * records));
      statement.execute(invokers(invokers, tenant, command, records / INVOKERS));
      for (int table = 0; table < ROWS.size(); table++) {
        for (int x = 0; x < records; x += CHUNK) {
          int last = Math.min(x + CHUNK, records) - 1;
          long first = ids + (long) table * records;
          statement.execute(
              ROWS.get(table)
                  .formatted(first, tenant, revision, FIRST_FIRE, x, last, ids, invokers));
        }
      }
      statement.execute(
          "update tenant set invocations = %1$d, tasks = %1$d, records = %1$d".formatted(records));
      return new Archive(invokers, ids, records);
    }
  }

  /** The public identifiers of some invokers, from one of them on. */
  List<String> invokerIds(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> ResourceId.INVOKER.format(firstInvoker + i % INVOKERS))
        .toList();
  }

  /** The public identifier of an invocation; beyond the last it begins anew. */
  String invocationId(int index) {
    return ResourceId.INVOCATION.format(firstInvocation + index % records);
  }

  /** How many records there are, and as many invocations and tasks. */
  int records() {
    return records;
  }

  private static String invokers(long first, long tenant, long command, int fires) {
    return """
    insert into invoker (id, tenant_id, number, name, type, command_id, username, parameters,
      instance_ids, policy, recurrence, enabled, fires, created_at, updated_at, version)
    select %1$d + x, %2$d, %1$d + x, 'archive', 'SCHEDULE', %3$d, '', '', 'ins-yx05ky8j',
      'RECURRENCE', '* * * * *', false, %4$d, %5$d, %5$d, %4$d from system_range(0, %6$d)
    """
        .formatted(first, tenant, command, fires, FIRST_FIRE, INVOKERS - 1);
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
