package io.tatemulator.invocation;

import io.tatemulator.invocation.NewInvocation.Target;
import io.tatemulator.storage.IdGenerator;
import io.tatemulator.storage.LastEvents;
import io.tatemulator.storage.RowCounters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes new invocations and their tasks in batches, in the current transaction. */
@Component
public class InvocationWriter {
  private static final String INSERT_INVOCATION =
      "insert into invocation (id, tenant_id, revision_id, source, instance_kind, username, parameters, status,"
          + " started_at, ended_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_TASK =
      "insert into invocation_task (id, tenant_id, invocation_id, instance_id, status, next_step_at, exit_code, dropped,"
          + " error_info, ended_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final IdGenerator ids;
  private final RowCounters counters;
  private final LastEvents lastEvents;
  private final TaskEvents taskEvents;

  InvocationWriter(
      JdbcTemplate jdbc,
      IdGenerator ids,
      RowCounters counters,
      LastEvents lastEvents,
      TaskEvents taskEvents) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.counters = counters;
    this.lastEvents = lastEvents;
    this.taskEvents = taskEvents;
  }

  /**
   * Inserts invocations. A task whose instance is unreachable is inserted as failed; the others are
   * due at once.
   *
   * @return the invocations' ids, in order
   */
  public List<Long> write(List<NewInvocation> invocations) {
    List<Long> invocationIds = new ArrayList<>(invocations.size());
    List<Object[]> rows = new ArrayList<>(invocations.size());
    List<Object[]> tasks = new ArrayList<>(invocations.size());
    Map<Long, RowCounters.Delta> written = new HashMap<>();
    for (NewInvocation invocation : invocations) {
      long invocationId = ids.next();
      invocationIds.add(invocationId);
      rows.add(row(invocationId, invocation));
      invocation.targets().forEach(target -> tasks.add(taskRow(invocationId, invocation, target)));
      written.merge(
          invocation.tenantId(),
          new RowCounters.Delta(1, invocation.targets().size(), 0),
          RowCounters.Delta::plus);
    }
    jdbc.batchUpdate(INSERT_INVOCATION, rows);
    jdbc.batchUpdate(INSERT_TASK, tasks);
    counters.add(written);
    invocations.stream()
        .map(NewInvocation::at)
        .max(Comparator.naturalOrder())
        .ifPresent(last -> lastEvents.raise(written.keySet(), last));
    publishFailures(invocations);
    return invocationIds;
  }

  private void publishFailures(List<NewInvocation> invocations) {
    Map<TaskStatus, Integer> failures = new EnumMap<>(TaskStatus.class);
    invocations.stream()
        .flatMap(invocation -> invocation.targets().stream())
        .map(Target::firstStatus)
        .filter(TaskStatus::isTerminal)
        .forEach(status -> failures.merge(status, 1, Integer::sum));
    taskEvents.publishAfterCommit(failures);
  }

  private static @Nullable Object[] row(long invocationId, NewInvocation invocation) {
    long at = invocation.at().toEpochMilli();
    InvocationStatus status = invocation.firstStatus();
    return new @Nullable Object[] {
      invocationId,
      invocation.tenantId(),
      invocation.revisionId(),
      invocation.source().name(),
      invocation.instanceKind(),
      emptyToNull(invocation.username()),
      emptyToNull(invocation.parameters()),
      status.name(),
      at,
      status.isTerminal() ? at : null,
      at,
      at
    };
  }

  private @Nullable Object[] taskRow(long invocationId, NewInvocation invocation, Target target) {
    long at = invocation.at().toEpochMilli();
    TaskStatus status = target.firstStatus();
    return new @Nullable Object[] {
      ids.next(),
      invocation.tenantId(),
      invocationId,
      target.instanceId(),
      status.name(),
      status.isTerminal() ? null : at,
      target.refusal() == null ? "" : target.refusal(),
      status.isTerminal() ? at : null,
      at,
      at
    };
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
