package io.tatemulator.invocation;

import static io.tatemulator.storage.InstantConverter.instant;
import static io.tatemulator.storage.InstantConverter.millis;

import io.tatemulator.storage.LastEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How every task stands, and what executors have to say of it. */
@Component
public final class TaskLedger {
  // H2 might begin an inner join with all invocations; and without a lower bound it would pass over
  // every null of the index, one for each task that has ended, before the first time.
  private static final String SELECT_DUE =
      "select t.id, t.invocation_id, t.status, t.started_at, r.timeout_seconds, r.enable_parameter, t.note"
          + " from invocation_task t left join invocation i on i.id = t.invocation_id"
          + " left join command_revision r on r.id = i.revision_id where t.next_step_at between 0 and ? order by t.next_step_at, t.id limit ?";

  // So does min().
  private static final String NEXT_STEP =
      "select next_step_at from invocation_task where next_step_at > ? order by next_step_at limit 1";

  // The status stands in the condition so that a change which somebody else made first is never
  // overwritten.
  private static final String UPDATE_TASK =
      "update invocation_task set status = ?, started_at = ?, next_step_at = ?, ended_at = ?, exit_code = ?,"
          + " output = ?, dropped = ?, error_info = ?, note = ?, updated_at = ? where id = ? and status = ?";

  private static final String SELECT_STATUSES =
      "select invocation_id, status, tenant_id from invocation_task where invocation_id = any(?)";

  private static final String UPDATE_INVOCATION =
      "update invocation set status = ?, ended_at = ?, updated_at = ? where id = ?";

  /** How much of an output the agent reports, in bytes. */
  private static final int MOST_OUTPUT = 24_576;

  private final JdbcTemplate jdbc;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final TaskNews news;

  TaskLedger(
      JdbcTemplate jdbc, LastEvents lastEvents, TransactionOperations transaction, TaskNews news) {
    this.jdbc = jdbc;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.news = news;
  }

  /** When the first task needs attention after an instant. */
  public Optional<Instant> nextStepAfter(Instant instant) {
    return jdbc.queryForList(NEXT_STEP, Long.class, instant.toEpochMilli()).stream()
        .findFirst()
        .map(Instant::ofEpochMilli);
  }

  /** The tasks that need attention now, the longest overdue first. */
  public List<DueTask> due(Instant now, int limit) {
    return jdbc.query(SELECT_DUE, TaskLedger::dueTask, now.toEpochMilli(), limit);
  }

  /**
   * Notes changes of tasks, and with them what follows for their invocations, all or nothing.
   *
   * @throws IllegalTaskChangeException when a change cannot follow from the status that the
   *     executor found
   */
  public void apply(List<TaskChange> wanted, Instant now) {
    wanted.forEach(TaskChange::check);
    // In one order everywhere, so that two who change the same tasks never wait for each other.
    List<TaskChange> changes =
        wanted.stream().sorted(Comparator.comparingLong(change -> change.task().id())).toList();
    Map<TaskStatus, Integer> reached = new EnumMap<>(TaskStatus.class);
    transaction.executeWithoutResult(
        status -> {
          List<TaskChange> made = new ArrayList<>(changes.size());
          int[] counts =
              jdbc.batchUpdate(
                  UPDATE_TASK, changes.stream().map(change -> row(change, now)).toList());
          for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
              reached.merge(changes.get(i).status(), 1, Integer::sum);
              made.add(changes.get(i));
            }
          }
          summarise(made, now);
          news.tellOf(reached);
        });
  }

  private void summarise(List<TaskChange> changes, Instant now) {
    Object[] invocations =
        changes.stream().map(change -> change.task().invocationId()).distinct().toArray();
    Map<Long, List<TaskStatus>> statuses = new HashMap<>();
    Set<Long> tenants = new HashSet<>();
    jdbc.query(
        SELECT_STATUSES,
        row -> {
          statuses
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(TaskStatus.valueOf(row.getString(2)));
          tenants.add(row.getLong(3));
        },
        (Object) invocations);
    List<Object[]> rows = new ArrayList<>(statuses.size());
    statuses.forEach((id, tasks) -> rows.add(invocationRow(id, InvocationStatus.of(tasks), now)));
    jdbc.batchUpdate(UPDATE_INVOCATION, rows);
    lastEvents.raise(tenants, now);
  }

  private static @Nullable Object[] row(TaskChange change, Instant now) {
    TaskStatus status = change.status();
    TaskEnd end = change.end();
    int kept = Math.min(end.output().length, MOST_OUTPUT);
    return new @Nullable Object[] {
      status.name(),
      millis(change.startedAt()),
      millis(change.nextStepAt()),
      status.isTerminal() ? now.toEpochMilli() : null,
      end.exitCode(),
      end.output().length == 0 ? null : Arrays.copyOf(end.output(), kept),
      end.output().length - kept,
      end.errorInfo(),
      status.isTerminal() ? null : change.note(),
      now.toEpochMilli(),
      change.task().id(),
      change.task().status().name()
    };
  }

  private static @Nullable Object[] invocationRow(long id, InvocationStatus status, Instant now) {
    return new @Nullable Object[] {
      status.name(), status.isTerminal() ? now.toEpochMilli() : null, now.toEpochMilli(), id
    };
  }

  private static DueTask dueTask(ResultSet row, int number) throws SQLException {
    return new DueTask(
        row.getLong(1),
        row.getLong(2),
        TaskStatus.valueOf(row.getString(3)),
        instant(row, 4),
        Duration.ofSeconds(row.getLong(5)),
        row.getBoolean(6),
        row.getString(7));
  }
}
