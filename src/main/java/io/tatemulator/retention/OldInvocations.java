package io.tatemulator.retention;

import io.tatemulator.storage.InstantConverter;
import io.tatemulator.storage.RowCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes a tenant's invocations with their tasks and records, always the oldest: so the remaining
 * records of an invoker have no gap, and their ordinals give their number. An invocation that has
 * not ended protects all that began after it.
 */
@Component
final class OldInvocations {
  private static final int MAX_INVOCATIONS = 500;
  private static final int MAX_TASKS = 2_000;

  // H2 sorts by an index only when ORDER BY includes the columns compared for equality.
  private static final String OLDEST =
      "select id, created_at, ended_at from invocation where tenant_id = ?"
          + " order by tenant_id, created_at, id limit ?";

  private static final String TASKS =
      "select invocation_id, count(*) from invocation_task where invocation_id = any(?) group by invocation_id";

  // A record's time equals the creation time of its invocation.
  private static final String RECORDS =
      "select id, invocation_id from invoker_record where tenant_id = ? and fired_at between ? and ?";

  private static final RowMapper<Row> ROW =
      (row, index) ->
          new Row(
              row.getLong(1),
              Instant.ofEpochMilli(row.getLong(2)),
              InstantConverter.instant(row, 3));

  /** The id and times of an invocation; {@code endedAt} is null until it ends. */
  record Row(long id, Instant createdAt, @Nullable Instant endedAt) {
    boolean endedBefore(Instant instant) {
      return endedAt != null && endedAt.isBefore(instant);
    }
  }

  private final JdbcTemplate jdbc;
  private final RowCounters counters;
  private final TransactionOperations transaction;

  OldInvocations(JdbcTemplate jdbc, RowCounters counters, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.counters = counters;
    this.transaction = transaction;
  }

  /** Returns a tenant's oldest invocation; empty when there is none. */
  Optional<Row> oldest(long tenantId) {
    return oldest(tenantId, 1).stream().findFirst();
  }

  /**
   * Removes a batch of the invocations that ended before an instant.
   *
   * @return whether there were any
   */
  boolean removeBatch(long tenantId, Instant instant) {
    return Boolean.TRUE.equals(transaction.execute(status -> remove(tenantId, instant)));
  }

  private boolean remove(long tenantId, Instant instant) {
    List<Row> ended =
        oldest(tenantId, MAX_INVOCATIONS).stream()
            .takeWhile(row -> row.endedBefore(instant))
            .toList();
    List<Row> batch = limitTasks(ended);
    if (batch.isEmpty()) {
      return false;
    }
    Object[] ids = batch.stream().map(Row::id).toArray();
    int records =
        jdbc.update(
            "delete from invoker_record where id = any(?)", (Object) records(tenantId, batch));
    int tasks =
        jdbc.update("delete from invocation_task where invocation_id = any(?)", (Object) ids);
    int invocations = jdbc.update("delete from invocation where id = any(?)", (Object) ids);
    counters.subtract(tenantId, new RowCounters.Delta(invocations, tasks, records));
    return true;
  }

  /** Returns the first rows within the task limit; at least one, since it cannot be divided. */
  private List<Row> limitTasks(List<Row> rows) {
    Map<Long, Integer> tasks = new HashMap<>();
    jdbc.query(
        TASKS,
        row -> {
          tasks.put(row.getLong(1), row.getInt(2));
        },
        (Object) rows.stream().map(Row::id).toArray());
    List<Row> limited = new ArrayList<>();
    int sum = 0;
    for (Row row : rows) {
      sum += tasks.getOrDefault(row.id(), 0);
      if (sum > MAX_TASKS && !limited.isEmpty()) {
        break;
      }
      limited.add(row);
    }
    return limited;
  }

  private Object[] records(long tenantId, List<Row> batch) {
    Set<Long> removed = batch.stream().map(Row::id).collect(Collectors.toCollection(HashSet::new));
    List<Long> records = new ArrayList<>();
    jdbc.query(
        RECORDS,
        row -> {
          if (removed.contains(row.getLong(2))) {
            records.add(row.getLong(1));
          }
        },
        tenantId,
        batch.get(0).createdAt().toEpochMilli(),
        batch.get(batch.size() - 1).createdAt().toEpochMilli());
    return records.toArray();
  }

  private List<Row> oldest(long tenantId, int limit) {
    return jdbc.query(OLDEST, ROW, tenantId, limit);
  }
}
