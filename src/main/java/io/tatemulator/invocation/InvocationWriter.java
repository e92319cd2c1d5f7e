package io.tatemulator.invocation;

import io.tatemulator.invocation.NewInvocation.Target;
import io.tatemulator.storage.IdSequence;
import io.tatemulator.storage.LastEvents;
import io.tatemulator.storage.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes new invocations with their tasks, many at a time, in the running transaction. */
@Component
public class InvocationWriter {
  private static final String INSERT_INVOCATION =
      "insert into invocation (id, tenant_id, revision_id, source, instance_kind, username, parameters, status,"
          + " started_at, ended_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_TASK =
      "insert into invocation_task (id, tenant_id, invocation_id, instance_id, status, next_step_at, exit_code, dropped,"
          + " error_info, ended_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final IdSequence ids;
  private final Tally tally;
  private final LastEvents lastEvents;
  private final TaskNews news;

  InvocationWriter(
      JdbcTemplate jdbc, IdSequence ids, Tally tally, LastEvents lastEvents, TaskNews news) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.tally = tally;
    this.lastEvents = lastEvents;
    this.news = news;
  }

  /**
   * Begins invocations. A task whose instance cannot be reached has failed from the first; the
   * others wait for an executor.
   *
   * @return the invocations' numbers, in order
   */
  public List<Long> write(List<NewInvocation> invocations) {
    List<Long> numbers = new ArrayList<>(invocations.size());
    List<Object[]> rows = new ArrayList<>(invocations.size());
    List<Object[]> tasks = new ArrayList<>(invocations.size());
    Map<Long, Tally.Written> written = new HashMap<>();
    for (NewInvocation invocation : invocations) {
      long number = ids.next();
      numbers.add(number);
      rows.add(row(number, invocation));
      invocation.targets().forEach(target -> tasks.add(taskRow(number, invocation, target)));
      written.merge(
          invocation.tenantId(),
          new Tally.Written(1, invocation.targets().size(), 0),
          Tally.Written::and);
    }
    jdbc.batchUpdate(INSERT_INVOCATION, rows);
    jdbc.batchUpdate(INSERT_TASK, tasks);
    tally.add(written);
    invocations.stream()
        .map(NewInvocation::at)
        .max(Comparator.naturalOrder())
        .ifPresent(last -> lastEvents.raise(written.keySet(), last));
    tellOfFailures(invocations);
    return numbers;
  }

  private void tellOfFailures(List<NewInvocation> invocations) {
    Map<TaskStatus, Integer> ended = new EnumMap<>(TaskStatus.class);
    invocations.stream()
        .flatMap(invocation -> invocation.targets().stream())
        .map(Target::firstStatus)
        .filter(TaskStatus::isTerminal)
        .forEach(status -> ended.merge(status, 1, Integer::sum));
    news.tellOf(ended);
  }

  private static @Nullable Object[] row(long number, NewInvocation invocation) {
    long at = invocation.at().toEpochMilli();
    InvocationStatus status = invocation.firstStatus();
    return new @Nullable Object[] {
      number,
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

  private @Nullable Object[] taskRow(
      long invocationNumber, NewInvocation invocation, Target target) {
    long at = invocation.at().toEpochMilli();
    TaskStatus status = target.firstStatus();
    return new @Nullable Object[] {
      ids.next(),
      invocation.tenantId(),
      invocationNumber,
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
