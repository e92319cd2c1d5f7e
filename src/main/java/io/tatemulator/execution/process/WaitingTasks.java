package io.tatemulator.execution.process;

import io.tatemulator.invocation.TasksInProgress;
import java.util.List;
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

  private final ProcessSettings settings;
  private final TasksInProgress tasks;
  private final ScriptRuns runs;
  private final AtomicBoolean requested = new AtomicBoolean();

  WaitingTasks(ProcessSettings settings, TasksInProgress tasks, ScriptRuns runs) {
    this.settings = settings;
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
    // First, so that a commit during the query asks again.
    requested.set(false);
    try {
      runs.addReady(
          new Turns(settings, tasks.of(List.of(ScriptRuns.EXECUTOR), ScriptRuns.MAX_IN_PROGRESS))
              .next());
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("cannot find the tasks whose turn it is; they are tried later", e);
    }
  }
}
