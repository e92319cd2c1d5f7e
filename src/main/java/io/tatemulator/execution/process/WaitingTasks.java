package io.tatemulator.execution.process;

import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes tasks ready when their turn has come, since others have ended. */
@Component
final class WaitingTasks {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingTasks.class);

  private final Turns turns;
  private final TasksInProgress tasks;
  private final ScriptRuns runs;
  private final AtomicBoolean requested = new AtomicBoolean();

  WaitingTasks(Turns turns, TasksInProgress tasks, ScriptRuns runs) {
    this.turns = turns;
    this.tasks = tasks;
    this.runs = runs;
  }

  /** Looks for such tasks soon, on another thread. Call it after the commit of a change. */
  void check() {
    if (requested.compareAndSet(false, true)) {
      runs.later(this::makeReady);
    }
  }

  private void makeReady() {
    // First, so that a commit from here on asks again.
    requested.set(false);
    try {
      forgetEnded();
      for (List<Long> next = turns.next(); !next.isEmpty(); next = turns.next()) {
        Set<Long> gone = withoutTask(next, TaskStatus.DELIVERING);
        // Cancelled, for which an executor is not called.
        turns.stopWaiting(gone);
        if (gone.size() < next.size()) {
          runs.addReady(next.stream().filter(id -> !gone.contains(id)).toList());
          return;
        }
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("cannot find the tasks whose turn it is; they are tried later", e);
    }
  }

  /** Tasks that the dispatcher has ended without their executor, long after their timeout. */
  private void forgetEnded() {
    Set<Long> gone = withoutTask(runs.ended(), TaskStatus.RUNNING, TaskStatus.CANCELLING);
    runs.remove(gone);
    turns.end(gone);
  }

  private Set<Long> withoutTask(List<Long> ids, TaskStatus... statuses) {
    Set<Long> gone = new HashSet<>(ids);
    if (!ids.isEmpty()) {
      tasks.ofIds(ids).stream()
          .filter(task -> List.of(statuses).contains(task.status()))
          .map(ExecutorTask::id)
          .forEach(gone::remove);
    }
    return gone;
  }
}
