package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable TaskOverrides overrides;
  private final Instant now;
  private final TaskTransitions transitions;

  /**
   * Creates the calls at a time.
   *
   * @param overrides what may take over new tasks; null for none
   */
  ExecutorCalls(TaskExecutor executor, @Nullable TaskOverrides overrides, Instant now) {
    this.executor = executor;
    this.overrides = overrides;
    this.now = now;
    this.transitions = new TaskTransitions(now, executor.name());
  }

  /** Returns the changes that the next step of each task makes. */
  List<TaskChange> changes(List<DueTask> tasks) {
    List<TaskChange> changes = new ArrayList<>(tasks.size());
    tasks.stream()
        .collect(
            Collectors.groupingBy(
                Call::of, () -> new EnumMap<>(Call.class), Collectors.toUnmodifiableList()))
        .forEach(
            (call, group) -> {
              List<DueTask> own = call == Call.START ? withoutOverridden(group, changes) : group;
              if (!own.isEmpty()) {
                addChanges(call, own, changes);
              }
            });
    return changes;
  }

  /** Adds the changes of tasks that are taken over, and returns the others. */
  private List<DueTask> withoutOverridden(List<DueTask> tasks, List<TaskChange> changes) {
    if (overrides == null) {
      return tasks;
    }
    List<DueTask> own = new ArrayList<>(tasks);
    own.removeIf(task -> task.executor() == null);
    List<DueTask> fresh = tasks.stream().filter(task -> task.executor() == null).toList();
    List<Optional<TaskProgress>> progress = overrides.startOverridden(fresh, now);
    TaskTransitions overridden = new TaskTransitions(now, overrides.name());
    for (int i = 0; i < fresh.size(); i++) {
      DueTask task = fresh.get(i);
      progress
          .get(i)
          .ifPresentOrElse(
              taken -> changes.add(overridden.change(task, taken)), () -> own.add(task));
    }
    return own;
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
