package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

/** Calls an executor for its due tasks, at most twice for each: the second time to kill it. */
final class ExecutorCalls {
  private enum Call {
    START,
    POLL,
    CANCEL;

    static Call of(DueTask task) {
      return switch (task.status()) {
        case RUNNING -> POLL;
        case CANCELLING -> CANCEL;
        default -> START;
      };
    }
  }

  private final TaskExecutor executor;
  private final Instant now;
  private final TaskTransitions transitions;

  ExecutorCalls(TaskExecutor executor, Instant now) {
    this.executor = executor;
    this.now = now;
    this.transitions = new TaskTransitions(now);
  }

  /** Returns the changes that the next step of each task makes. */
  List<TaskChange> changes(List<DueTask> tasks) {
    List<TaskChange> changes = new ArrayList<>(tasks.size());
    tasks.stream()
        .collect(
            Collectors.groupingBy(
                Call::of, () -> new EnumMap<>(Call.class), Collectors.toUnmodifiableList()))
        .forEach((call, group) -> addChanges(call, group, changes));
    return changes;
  }

  private void addChanges(Call call, List<DueTask> tasks, List<TaskChange> changes) {
    List<TaskProgress> progress = progress(call, tasks);
    List<DueTask> late = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      DueTask task = tasks.get(i);
      if (call != Call.CANCEL && transitions.timesOut(task, progress.get(i))) {
        late.add(task);
      } else {
        changes.add(transitions.change(task, progress.get(i)));
      }
    }
    if (!late.isEmpty()) {
      addChanges(Call.CANCEL, late, changes);
    }
  }

  private List<TaskProgress> progress(Call call, List<DueTask> tasks) {
    List<TaskProgress> progress =
        switch (call) {
          case START -> executor.start(tasks, now);
          case POLL -> executor.poll(tasks, now);
          case CANCEL -> executor.cancel(tasks, now);
        };
    if (progress.size() != tasks.size()) {
      throw new IllegalStateException(
          "expected the progress of " + tasks.size() + " tasks, got " + progress.size());
    }
    return progress;
  }
}
