package io.tatemulator.execution.process;

import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Does what follows from a commit, by what has really been stored, since a user may have cancelled
 * a task meanwhile: starts scripts, forgets those whose ends are stored, and makes tasks ready
 * whose turn has come.
 */
@Component
final class CommittedTasks {
  private static final Logger LOG = LoggerFactory.getLogger(CommittedTasks.class);

  /** How long after the end of a script the dispatcher has usually called its executor. */
  private static final Duration UNCALLED = Duration.ofSeconds(1);

  private final Turns turns;
  private final TasksInProgress tasks;
  private final ReadyTasks ready;
  private final ScriptRuns runs;
  private final EndedScripts ended;
  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicBoolean requestedLater = new AtomicBoolean();

  CommittedTasks(Turns turns, TasksInProgress tasks, ReadyTasks ready, ScriptRuns runs) {
    this.turns = turns;
    this.tasks = tasks;
    this.ready = ready;
    this.runs = runs;
    this.ended = new EndedScripts(ready::add, runs::later, runs::count);
  }

  /** Starts the scripts of tasks that are RUNNING now. */
  void start(Map<Long, ScriptRun> starting) {
    if (!starting.isEmpty()) {
      runs.add(starting);
      runs.later(() -> startRunning(starting.keySet()));
    }
  }

  private void startRunning(Set<Long> taskIds) {
    Set<Long> gone = new HashSet<>();
    try {
      gone.addAll(without(taskIds, TaskStatus::isRunning));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("cannot see which tasks have been cancelled meanwhile", e);
    }
    forget(gone);
    for (long taskId : taskIds) {
      if (!gone.contains(taskId)) {
        runs.start(taskId, () -> onEnd(taskId));
      }
    }
  }

  private void onEnd(long taskId) {
    ended.add(taskId);
    // The dispatcher does not call the executor for a task that it has ended itself, which is rare.
    if (requestedLater.compareAndSet(false, true)) {
      runs.later(
          UNCALLED,
          () -> {
            requestedLater.set(false);
            check();
          });
    }
  }

  /** Makes tasks ready, outside of the running transaction. */
  void makeReady(Collection<Long> taskIds) {
    if (!taskIds.isEmpty()) {
      runs.later(() -> ready.add(taskIds));
    }
  }

  /** Looks soon, on another thread, for what has ended and whose turn it is. */
  void check() {
    if (requested.compareAndSet(false, true)) {
      runs.later(this::checkNow);
    }
  }

  private void checkNow() {
    // First, so that a commit from here on asks again.
    requested.set(false);
    try {
      forget(without(runs.ended(), TaskStatus::isRunning));
      for (List<Long> next = turns.next(); !next.isEmpty(); next = turns.next()) {
        Set<Long> gone = without(next, TaskStatus.DELIVERING::equals);
        // Cancelled, for which an executor is not called.
        turns.stopWaiting(gone);
        if (gone.size() < next.size()) {
          ready.add(next.stream().filter(id -> !gone.contains(id)).toList());
          return;
        }
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("cannot find the tasks whose turn it is; they are tried later", e);
    }
  }

  private void forget(Set<Long> taskIds) {
    runs.remove(taskIds);
    turns.end(taskIds);
  }

  /** Returns those tasks whose statuses do not match. */
  private Set<Long> without(Collection<Long> ids, Predicate<TaskStatus> status) {
    Set<Long> gone = new HashSet<>(ids);
    if (!ids.isEmpty()) {
      tasks.ofIds(ids).stream()
          .filter(task -> status.test(task.status()))
          .map(ExecutorTask::id)
          .forEach(gone::remove);
    }
    return gone;
  }
}
