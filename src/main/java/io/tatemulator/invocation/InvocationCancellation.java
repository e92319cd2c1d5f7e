package io.tatemulator.invocation;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Cancels invocations: tasks that have not started never start, running tasks are killed, ended
 * tasks stay unchanged.
 */
@Service
public class InvocationCancellation {
  private final InvocationRepository invocations;
  private final InvocationTaskRepository tasks;
  private final TaskStore store;
  private final Tenants tenants;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InvocationCancellation(
      InvocationRepository invocations,
      InvocationTaskRepository tasks,
      TaskStore store,
      Tenants tenants,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.invocations = invocations;
    this.tasks = tasks;
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
          Map<String, DueTask> tasks = lockTasks(id);
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
      store.update(changes);
      events.publishEvent(new DueAt(now));
    }
  }

  private static TaskChange change(DueTask task, Instant now) {
    return task.status() == TaskStatus.RUNNING
        ? new TaskChange(
            now,
            task,
            task.status().transitionTo(TaskStatus.CANCELLING),
            task.startedAt(),
            now,
            TaskResult.NOTHING,
            task.executor(),
            task.executorState())
        : new TaskChange(
            now,
            task,
            task.status().transitionTo(TaskStatus.CANCELLED),
            null,
            null,
            TaskResult.NOTHING,
            task.executor(),
            null);
  }

  private long require(Tenant tenant, String invocationId) {
    OptionalLong id = ResourceId.INVOCATION.parse(invocationId);
    boolean exists =
        id.isPresent() && invocations.existsByIdAndTenantId(id.getAsLong(), tenants.idOf(tenant));
    if (!exists) {
      throw new ApiException(TatError.INVOCATION_NOT_FOUND, "InvocationId", invocationId);
    }
    return id.getAsLong();
  }

  private Map<String, DueTask> lockTasks(long invocationId) {
    Map<String, DueTask> byInstance = new HashMap<>();
    tasks.lock(invocationId).forEach(task -> byInstance.put(task.instanceId(), task.toDueTask()));
    return byInstance;
  }
}
