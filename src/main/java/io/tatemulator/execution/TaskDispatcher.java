package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskStore;
import io.tatemulator.invocation.TasksInProgress;
import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.persistence.BatchTransaction;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves tasks from PENDING to a terminal status: passes the due ones to the executors of their
 * instances and stores the progress. A task that cannot be executed fails without affecting the
 * others.
 */
@Component
final class TaskDispatcher implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(TaskDispatcher.class);
  private static final int BATCH_SIZE = 1000;

  private final TaskStore store;
  private final TasksInProgress inProgress;
  private final ReadyTasks ready;
  private final ExecutorSelection selection;
  private final TaskOverrides overrides;
  private final BatchTransaction batches;

  TaskDispatcher(
      TaskStore store,
      TasksInProgress inProgress,
      ReadyTasks ready,
      ExecutorSelection selection,
      TaskOverrides overrides,
      BatchTransaction batches) {
    this.store = store;
    this.inProgress = inProgress;
    this.ready = ready;
    this.selection = selection;
    this.overrides = overrides;
    this.batches = batches;
  }

  @Override
  public Kind kind() {
    return Kind.TASKS;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return store.nextStepAfter(instant);
  }

  @Override
  public boolean takesRealTime() {
    return !selection.takingRealTime().isEmpty();
  }

  @Override
  public List<String> inProgress() {
    return selection.takingRealTime().stream()
        .flatMap(
            executor ->
                inProgress.of(executor.name(), BATCH_SIZE).stream()
                    .filter(task -> executor.isBusyWith(task.id())))
        .map(ExecutorTask::taskId)
        .toList();
  }

  @Override
  public void awaitProgress(Duration max) throws InterruptedException {
    ready.await(max);
  }

  @Override
  public BatchResult run(Instant now) {
    return run(now, task -> now);
  }

  @Override
  public BatchResult runAtDueInstants(Instant now) {
    return run(now, task -> Objects.requireNonNullElse(task.dueAt(), now));
  }

  private BatchResult run(Instant now, Function<DueTask, Instant> time) {
    Map<Long, Long> seen = ready.all();
    List<DueTask> due = due(now, seen.keySet());
    AtomicBoolean more = new AtomicBoolean(due.size() >= BATCH_SIZE);
    // A transaction for each executor, so that a failure of one does not repeat the others' calls.
    byExecutor(due, time)
        .forEach(
            (executor, tasks) ->
                batches.run(
                    tasks,
                    batch -> execute(executor, batch, time),
                    nextStep -> more.compareAndSet(false, !nextStep.isAfter(now)),
                    (task, cause) -> fail(task, time.apply(task), cause)));
    // Not before the commit, since a rollback must not lose them.
    AfterCommit.runOrNow(() -> ready.remove(seen));
    return BatchResult.of(more.get());
  }

  /** Returns the due tasks and those that are ready before they are due. */
  private List<DueTask> due(Instant now, Set<Long> readyIds) {
    List<DueTask> due = store.due(now, BATCH_SIZE);
    if (readyIds.isEmpty()) {
      return due;
    }
    Map<Long, DueTask> tasks = new LinkedHashMap<>();
    store.unfinished(readyIds).forEach(task -> tasks.put(task.id(), task));
    due.forEach(task -> tasks.put(task.id(), task));
    return List.copyOf(tasks.values());
  }

  private Map<TaskExecutor, List<DueTask>> byExecutor(
      List<DueTask> due, Function<DueTask, Instant> time) {
    Map<TaskExecutor, List<DueTask>> groups = new LinkedHashMap<>();
    for (DueTask task : due) {
      try {
        groups.computeIfAbsent(selection.of(task), executor -> new ArrayList<>()).add(task);
      } catch (RuntimeException e) {
        fail(task, time.apply(task), e);
      }
    }
    return groups;
  }

  /** Returns when the first of the tasks is due again. */
  private Instant execute(
      TaskExecutor executor, List<DueTask> tasks, Function<DueTask, Instant> time) {
    List<TaskChange> changes = new ArrayList<>(tasks.size());
    tasks.stream()
        .collect(Collectors.groupingBy(time, TreeMap::new, Collectors.toList()))
        .forEach(
            (now, together) ->
                changes.addAll(
                    new ExecutorCalls(executor, executor.isDefault() ? null : overrides, now)
                        .changes(together)));
    store.update(changes);
    Instant first = Instant.MAX;
    for (TaskChange change : changes) {
      Instant next = change.nextStepAt();
      first = next != null && next.isBefore(first) ? next : first;
    }
    return first;
  }

  private void fail(DueTask task, Instant now, Throwable cause) {
    LOG.error("Cannot execute the task with id {}", task.id(), cause);
    store.update(List.of(new TaskTransitions(now, task.executor()).failure(task)));
  }
}
