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

/** Stores tasks: finds the due ones and applies changes. */
@Component
public final class TaskStore {
  // With an inner join, H2 might scan all invocations first; without a lower bound, it would read
  // every null of the index, one for each ended task, before the first time.
  private static final String SELECT_DUE =
      "select t.id, t.invocation_id, t.status, t.started_at, r.timeout_seconds, r.enable_parameter, t.note, t.tenant_id, t.instance_id"
          + " from invocation_task t left join invocation i on i.id = t.invocation_id"
          + " left join command_revision r on r.id = i.revision_id where t.next_step_at between 0 and ? order by t.next_step_at, t.id limit ?";

  // min() would read every null of the index too.
  private static final String NEXT_STEP =
      "select next_step_at from invocation_task where next_step_at > ? order by next_step_at limit 1";

  // The condition includes the status, so that an update never overwrites a concurrent change.
  private static final String UPDATE_TASK =
      "update invocation_task set status = ?, started_at = ?, next_step_at = ?, ended_at = ?, exit_code = ?,"
          + " output = ?, dropped = ?, error_info = ?, note = ?, updated_at = ? where id = ? and status = ?";

  private static final String SELECT_STATUSES =
      "select invocation_id, status, tenant_id from invocation_task where invocation_id = any(?)";

  private static final String UPDATE_INVOCATION =
      "update invocation set status = ?, ended_at = ?, updated_at = ? where id = ?";

  /** The maximum size of an output that the agent reports, in bytes. */
  private static final int MAX_OUTPUT = 24_576;

  private final JdbcTemplate jdbc;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final TaskEvents taskEvents;

  TaskStore(
      JdbcTemplate jdbc,
      LastEvents lastEvents,
      TransactionOperations transaction,
      TaskEvents taskEvents) {
    this.jdbc = jdbc;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.taskEvents = taskEvents;
  }

  /** Returns the earliest time after an instant at which a task is due. */
  public Optional<Instant> nextStepAfter(Instant instant) {
    return jdbc.queryForList(NEXT_STEP, Long.class, instant.toEpochMilli()).stream()
        .findFirst()
        .map(Instant::ofEpochMilli);
  }

  /** Returns the due tasks, the longest overdue first. */
  public List<DueTask> due(Instant now, int limit) {
    return jdbc.query(SELECT_DUE, TaskStore::dueTask, now.toEpochMilli(), limit);
  }

  /**
   * Applies changes of tasks and updates their invocations, all or nothing.
   *
   * @throws IllegalTaskChangeException when no transitions lead from the status that was read to
   *     the new one
   */
  public void update(List<TaskChange> changes, Instant now) {
    changes.forEach(TaskChange::check);
    // Always in the same order, so that concurrent updates of the same tasks cannot deadlock.
    List<TaskChange> ordered =
        changes.stream().sorted(Comparator.comparingLong(change -> change.task().id())).toList();
    Map<TaskStatus, Integer> reached = new EnumMap<>(TaskStatus.class);
    transaction.executeWithoutResult(
        status -> {
          List<TaskChange> applied = new ArrayList<>(ordered.size());
          int[] counts =
              jdbc.batchUpdate(
                  UPDATE_TASK, ordered.stream().map(change -> row(change, now)).toList());
          for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
              applied.add(ordered.get(i));
              if (!ordered.get(i).keepsStatus()) {
                reached.merge(ordered.get(i).status(), 1, Integer::sum);
              }
            }
          }
          updateInvocationStatuses(applied, now);
          taskEvents.publishAfterCommit(reached);
        });
  }

  private void updateInvocationStatuses(List<TaskChange> changes, Instant now) {
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
    TaskResult result = change.end();
    int length = Math.min(result.output().length, MAX_OUTPUT);
    return new @Nullable Object[] {
      status.name(),
      millis(change.startedAt()),
      millis(change.nextStepAt()),
      status.isTerminal() ? now.toEpochMilli() : null,
      result.exitCode(),
      result.output().length == 0 ? null : Arrays.copyOf(result.output(), length),
      result.output().length - length,
      result.errorInfo(),
      status.isTerminal() ? null : change.executorState(),
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
        row.getLong(8),
        row.getLong(2),
        row.getString(9),
        TaskStatus.valueOf(row.getString(3)),
        instant(row, 4),
        Duration.ofSeconds(row.getLong(5)),
        row.getBoolean(6),
        row.getString(7));
  }
}
