package io.tatemulator.invocation;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.storage.InstantConverter;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cancels invocations: tasks that have not started never start, running tasks are killed, ended
 * tasks stay unchanged.
 */
@Service
public class InvocationCancellation {
  // Locks the rows, so that no other thread changes a task between this query and the update.
  private static final String SELECT_TASKS =
      "select id, status, started_at, instance_id, note from invocation_task where invocation_id = ? order by id for update";

  private final JdbcTemplate jdbc;
  private final TaskStore store;
  private final Tenants tenants;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InvocationCancellation(
      JdbcTemplate jdbc,
      TaskStore store,
      Tenants tenants,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.tenants = tenants;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Cancels an invocation.
   *
   * @param instanceIds the instances to cancel on; all when empty
   * @throws ApiException InvocationNotFound or InstanceIsNotRelatedToInvocation
   */
  public void cancel(Tenant tenant, String invocationId, List<String> instanceIds) {
    long id = require(tenant, invocationId);
    transaction.executeWithoutResult(
        status -> {
          Map<String, DueTask> tasks = tasks(tenants.idOf(tenant), id);
          for (String instanceId : instanceIds) {
            if (!tasks.containsKey(instanceId)) {
              throw new ApiException(
                  TatError.INSTANCE_IS_NOT_RELATED_TO_INVOCATION,
                  "InstanceIds",
                  instanceId,
                  invocationId);
            }
          }
          if (!instanceIds.isEmpty()) {
            tasks.keySet().retainAll(instanceIds);
          }
          cancel(List.copyOf(tasks.values()));
        });
  }

  private void cancel(List<DueTask> tasks) {
    Instant now = clock.instant();
    List<TaskChange> changes =
        tasks.stream()
            .filter(task -> !task.status().isTerminal() && task.status() != TaskStatus.CANCELLING)
            .map(task -> change(task, now))
            .toList();
    if (!changes.isEmpty()) {
      store.update(changes, now);
      events.publishEvent(new DueAt(now));
    }
  }

  private static TaskChange change(DueTask task, Instant now) {
    return task.status() == TaskStatus.RUNNING
        ? new TaskChange(
            task,
            task.status().transitionTo(TaskStatus.CANCELLING),
            task.startedAt(),
            now,
            TaskResult.NOTHING,
            task.executorState())
        : new TaskChange(
            task,
            task.status().transitionTo(TaskStatus.CANCELLED),
            null,
            null,
            TaskResult.NOTHING,
            null);
  }

  private long require(Tenant tenant, String invocationId) {
    OptionalLong id = ResourceId.INVOCATION.parse(invocationId);
    boolean exists =
        id.isPresent()
            && !jdbc.queryForList(
                    "select id from invocation where id = ? and tenant_id = ?",
                    Long.class,
                    id.getAsLong(),
                    tenants.idOf(tenant))
                .isEmpty();
    if (!exists) {
      throw new ApiException(TatError.INVOCATION_NOT_FOUND, "InvocationId", invocationId);
    }
    return id.getAsLong();
  }

  private Map<String, DueTask> tasks(long tenantId, long invocationId) {
    Map<String, DueTask> tasks = new HashMap<>();
    jdbc.query(
        SELECT_TASKS,
        row -> {
          DueTask task =
              new DueTask(
                  row.getLong(1),
                  tenantId,
                  invocationId,
                  row.getString(4),
                  TaskStatus.valueOf(row.getString(2)),
                  InstantConverter.instant(row, 3),
                  Duration.ZERO,
                  false,
                  row.getString(5));
          tasks.put(task.instanceId(), task);
        },
        invocationId);
    return tasks;
  }
}
