package io.tatemulator.invocation;

import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import io.tatemulator.tenant.LastEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores tasks: finds the due ones and applies changes. */
@Component
public final class TaskStore {
  /** The maximum size of an output that the agent reports, in bytes. */
  private static final int MAX_OUTPUT = 24_576;

  private final InvocationTaskRepository tasks;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final TaskEvents taskEvents;
  private final ConditionalUpdate taskUpdate;
  private final ConditionalUpdate invocationUpdate;

  TaskStore(
      InvocationTaskRepository tasks,
      ConditionalUpdates updates,
      LastEvents lastEvents,
      TransactionOperations transaction,
      TaskEvents taskEvents) {
    this.tasks = tasks;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.taskEvents = taskEvents;
    this.taskUpdate =
        updates
            .of(InvocationTask.class)
            .assign(
                "status",
                "startedAt",
                "nextStepAt",
                "endedAt",
                "exitCode",
                "output",
                "dropped",
                "errorInfo",
                "note",
                "updatedAt")
            // The status too, so that an update never overwrites a concurrent change.
            .where("id", "status");
    this.invocationUpdate =
        updates.of(Invocation.class).assign("status", "endedAt", "updatedAt").where("id");
  }

  /** Returns the earliest time after an instant at which a task is due. */
  public Optional<Instant> nextStepAfter(Instant instant) {
    return tasks.findNextStep(instant).stream().findFirst();
  }

  /** Returns the due tasks, the longest overdue first. */
  public List<DueTask> due(Instant now, int limit) {
    return tasks.findDue(Instant.EPOCH, now, limit);
  }

  /**
   * Applies changes of tasks and updates their invocations, all or nothing.
   *
   * @throws IllegalTaskChangeException when no transitions lead from the status that was read to
   *     the new one
   */
  public void update(List<TaskChange> changes) {
    changes.forEach(TaskChange::check);
    // Always in the same order, so that concurrent updates of the same tasks cannot deadlock.
    List<TaskChange> ordered =
        changes.stream().sorted(Comparator.comparingLong(change -> change.task().id())).toList();
    Map<TaskStatus, Integer> reached = new EnumMap<>(TaskStatus.class);
    transaction.executeWithoutResult(
        status -> {
          List<TaskChange> applied = taskUpdate.run(ordered, TaskStore::values);
          applied.stream()
              .filter(change -> !change.keepsStatus())
              .forEach(change -> reached.merge(change.status(), 1, Integer::sum));
          updateInvocationStatuses(applied);
          taskEvents.publishAfterCommit(reached);
        });
  }

  private void updateInvocationStatuses(List<TaskChange> changes) {
    Map<Long, Instant> changedAt = new HashMap<>();
    Map<Long, Instant> lastOfTenants = new HashMap<>();
    for (TaskChange change : changes) {
      changedAt.merge(change.task().invocationId(), change.at(), TaskStore::later);
      lastOfTenants.merge(change.task().tenantId(), change.at(), TaskStore::later);
    }
    Map<Long, List<TaskStatus>> statuses =
        tasks.findBriefs(changedAt.keySet().toArray(Long[]::new)).stream()
            .collect(
                Collectors.groupingBy(
                    TaskBrief::invocationId,
                    Collectors.mapping(TaskBrief::status, Collectors.toList())));
    invocationUpdate.run(
        List.copyOf(statuses.entrySet()),
        entry ->
            values(
                entry.getKey(),
                InvocationStatus.of(entry.getValue()),
                Objects.requireNonNull(changedAt.get(entry.getKey()))));
    lastOfTenants.forEach(lastEvents::raise);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable Object[] values(TaskChange change) {
    TaskStatus status = change.status();
    TaskResult result = change.end();
    int length = Math.min(result.output().length, MAX_OUTPUT);
    return new @Nullable Object[] {
      status,
      change.startedAt(),
      change.nextStepAt(),
      status.isTerminal() ? change.at() : null,
      result.exitCode(),
      result.output().length == 0 ? null : Arrays.copyOf(result.output(), length),
      (long) result.output().length - length,
      result.errorInfo(),
      status.isTerminal() ? null : change.executorState(),
      change.at(),
      change.task().id(),
      change.task().status()
    };
  }

  private static @Nullable Object[] values(long id, InvocationStatus status, Instant now) {
    return new @Nullable Object[] {status, status.isTerminal() ? now : null, now, id};
  }
}
