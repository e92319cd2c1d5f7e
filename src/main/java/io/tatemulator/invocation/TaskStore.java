package io.tatemulator.invocation;

import static java.util.Comparator.naturalOrder;

import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import io.tatemulator.tenant.LastEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
                "cosError",
                "executor",
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

  /** Returns those tasks that have not ended, in the order of their ids. */
  public List<DueTask> unfinished(Collection<Long> taskIds) {
    return tasks.findUnfinished(Instant.EPOCH, taskIds.toArray(Long[]::new));
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
          updateInvocations(applied);
          taskEvents.publishAfterCommit(reached);
        });
  }

  private void updateInvocations(List<TaskChange> changes) {
    Long[] invocations =
        changes.stream()
            .map(change -> change.task().invocationId())
            .distinct()
            .toArray(Long[]::new);
    Map<Long, List<TaskBrief>> tasksById =
        tasks.findBriefs(invocations).stream()
            .collect(Collectors.groupingBy(TaskBrief::invocationId));
    invocationUpdate.run(List.copyOf(tasksById.values()), TaskStore::invocationValues);
    changes.forEach(change -> lastEvents.raise(change.task().tenantId(), change.at()));
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
      result.dropped() + result.output().length - length,
      result.errorInfo(),
      result.cosError(),
      change.executor(),
      status.isTerminal() ? null : change.executorState(),
      change.at(),
      change.task().id(),
      change.task().status()
    };
  }

  /**
   * Returns the values of an invocation as its tasks determine them, since not all changes of tasks
   * are stored in the order of their times.
   */
  private static @Nullable Object[] invocationValues(List<TaskBrief> tasks) {
    InvocationStatus status = InvocationStatus.of(tasks.stream().map(TaskBrief::status).toList());
    Instant last = tasks.stream().map(TaskBrief::updatedAt).max(naturalOrder()).orElseThrow();
    return new @Nullable Object[] {
      status, status.isTerminal() ? last : null, last, tasks.get(0).invocationId()
    };
  }
}
