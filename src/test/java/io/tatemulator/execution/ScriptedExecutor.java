package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Serves the instances of its tests, which set the progress that each of its calls reports. */
final class ScriptedExecutor implements TaskExecutor {
  static final String INSTANCES = "ins-script";

  /** What a call reports about a task. */
  interface Step {
    TaskProgress next(DueTask task, Instant now);
  }

  private final List<String> calls = new ArrayList<>();
  private Step start = ScriptedExecutor::unexpected;
  private Step poll = ScriptedExecutor::unexpected;
  private Step cancel = ScriptedExecutor::unexpected;

  private static TaskProgress unexpected(DueTask task, Instant now) {
    throw new IllegalStateException("an unexpected call for " + task + " at " + now);
  }

  synchronized ScriptedExecutor onStart(Step step) {
    start = step;
    return this;
  }

  synchronized ScriptedExecutor onPoll(Step step) {
    poll = step;
    return this;
  }

  synchronized ScriptedExecutor onCancel(Step step) {
    cancel = step;
    return this;
  }

  /** Forgets all steps and calls. */
  synchronized void clear() {
    calls.clear();
    onStart(ScriptedExecutor::unexpected)
        .onPoll(ScriptedExecutor::unexpected)
        .onCancel(ScriptedExecutor::unexpected);
  }

  /** The calls so far, one entry for each task. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean serves(long tenantId, String instanceId) {
    return instanceId.startsWith(INSTANCES);
  }

  @Override
  public synchronized List<TaskProgress> start(List<DueTask> tasks, Instant now) {
    return call("start", start, tasks, now);
  }

  @Override
  public synchronized List<TaskProgress> poll(List<DueTask> tasks, Instant now) {
    return call("poll", poll, tasks, now);
  }

  @Override
  public synchronized List<TaskProgress> cancel(List<DueTask> tasks, Instant now) {
    return call("cancel", cancel, tasks, now);
  }

  private List<TaskProgress> call(String name, Step step, List<DueTask> tasks, Instant now) {
    tasks.forEach(task -> calls.add(name + " " + task.instanceId()));
    return tasks.stream().map(task -> step.next(task, now)).toList();
  }
}
