package io.tatemulator.execution.process;

import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import org.springframework.stereotype.Component;

/**
 * Finds the tasks whose processes are unknown, since an earlier process of the emulator or a former
 * state had them, so that they end.
 */
@Component
final class LostTasks {
  /** Those beyond it are found when their turn, or their timeout, is due. */
  private static final int MAX_TASKS = 5_000;

  private final TasksInProgress tasks;
  private final ScriptRuns runs;
  private final CommittedTasks committed;

  LostTasks(TasksInProgress tasks, ScriptRuns runs, CommittedTasks committed) {
    this.tasks = tasks;
    this.runs = runs;
    this.committed = committed;
  }

  /** Makes them ready, and those that wait for their turn. */
  void makeReady() {
    committed.makeReady(
        tasks.of(ScriptRuns.EXECUTOR, MAX_TASKS).stream()
            .filter(task -> task.status() == TaskStatus.DELIVERING || !runs.isKnown(task.id()))
            .map(ExecutorTask::id)
            .toList());
  }
}
