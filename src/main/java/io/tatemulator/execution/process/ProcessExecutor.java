package io.tatemulator.execution.process;

import io.tatemulator.instance.AssignedExecutor;
import io.tatemulator.instance.AssignedExecutors;
import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Executes tasks by processes on this host, or by a command that reaches another machine or
 * container. A process starts after the commit that makes its task RUNNING, so a task never runs
 * twice; one whose process is unknown, since the emulator was killed, ends TASK_TIMEOUT.
 */
@Component
final class ProcessExecutor implements TaskExecutor, StatefulComponent {
  /** A task that waits for its turn is called when another one ends, or at the latest then. */
  private static final Duration TURN = Duration.ofMinutes(1);

  private final ProcessSettings settings;
  private final ProcessPolicy policy;
  private final AssignedExecutors assigned;
  private final TaskDetails details;
  private final Turns turns;
  private final LostTasks lost;
  private final CommittedTasks committed;
  private final ScriptRuns runs;
  private final Tenants tenants;

  ProcessExecutor(
      ProcessSettings settings,
      ProcessPolicy policy,
      AssignedExecutors assigned,
      TaskDetails details,
      Turns turns,
      LostTasks lost,
      CommittedTasks committed,
      ScriptRuns runs,
      Tenants tenants) {
    this.settings = settings;
    this.policy = policy;
    this.assigned = assigned;
    this.details = details;
    this.turns = turns;
    this.lost = lost;
    this.committed = committed;
    this.runs = runs;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return ScriptRuns.EXECUTOR;
  }

  @Override
  public boolean serves(long tenantId, String instanceId) {
    Instance.Executor declared =
        assigned.of(tenantId, instanceId).map(AssignedExecutor::executor).orElse(null);
    if (declared == null) {
      return settings.mode() == ProcessSettings.Mode.PROCESS;
    }
    // Again, since a snapshot or an earlier start with other settings may have declared it.
    policy.require(declared);
    return declared == Instance.Executor.PROCESS;
  }

  @Override
  public boolean takesRealTime() {
    return settings.mode() == ProcessSettings.Mode.PROCESS
        || !runs.isEmpty()
        || assigned.isAny(Instance.Executor.PROCESS);
  }

  @Override
  public List<TaskProgress> start(List<DueTask> tasks, Instant now) {
    // Again, since a task of a snapshot or of a start with other settings may be this executor's.
    policy.require(Instance.Executor.PROCESS);
    Set<Long> next = turns.take(tasks);
    AfterCommit.runOnRollback(() -> turns.end(next));
    Map<Long, TaskDetail> detailsById = details.of(next);
    List<TaskProgress> progress = new ArrayList<>(tasks.size());
    List<DueTask> later = new ArrayList<>();
    Map<Long, ScriptRun> starting = new LinkedHashMap<>();
    for (DueTask task : tasks) {
      TaskDetail detail = detailsById.get(task.id());
      if (detail == null) {
        later.add(task);
        progress.add(TaskProgress.notDeliveredBefore(now.plus(TURN), null));
      } else {
        Optional<Script> script = script(task, detail);
        script.ifPresent(found -> starting.put(task.id(), new ScriptRun(task.tenantId(), found)));
        progress.add(script.isPresent() ? TaskProgress.running(Instant.MAX, null) : tooLarge());
      }
    }
    AfterCommit.run(
        () -> {
          turns.stopWaiting(next);
          next.removeAll(starting.keySet());
          turns.end(next);
          turns.await(later);
          committed.start(starting);
          committed.check();
        });
    return progress;
  }

  private static TaskProgress tooLarge() {
    return TaskProgress.ended(
        TaskStatus.START_FAILED, new TaskResult(0, new byte[0], RunParameters.TOO_LARGE));
  }

  /** Returns the script of a task; empty if it is too large with its parameters filled in. */
  private Optional<Script> script(DueTask task, TaskDetail detail) {
    RunParameters parameters = detail.parameters();
    return parameters
        .scriptBytes()
        .map(
            content ->
                new Script(
                    ResourceId.TASK.format(task.id()),
                    parameters.spec().type(),
                    content,
                    detail.username(),
                    parameters.spec().workingDirectory(),
                    task.timeout(),
                    task.instanceId(),
                    parameters.spec().outputCosBucketUrl(),
                    detail.outputPath(),
                    assigned
                        .of(task.tenantId(), task.instanceId())
                        .map(AssignedExecutor::exec)
                        .orElse(List.of())));
  }

  @Override
  public List<TaskProgress> poll(List<DueTask> tasks, Instant now) {
    return progress(tasks);
  }

  @Override
  public List<TaskProgress> cancel(List<DueTask> tasks, Instant now) {
    AfterCommit.run(() -> tasks.forEach(task -> runs.kill(task.id())));
    return progress(tasks);
  }

  private List<TaskProgress> progress(List<DueTask> tasks) {
    AfterCommit.run(committed::check);
    return tasks.stream().map(this::progress).toList();
  }

  /** A move of the clock may poll a task before the commit after which its script starts. */
  private TaskProgress progress(DueTask task) {
    TaskProgress end = runs.end(task.id());
    if (end != null) {
      return end;
    }
    return runs.isKnown(task.id()) || turns.isRunning(task.id())
        ? TaskProgress.running(Instant.MAX, null)
        : TaskProgress.ended(TaskStatus.TASK_TIMEOUT, TaskResult.NOTHING);
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    discard(tenants.removedBy(tenant));
  }

  /** The loaded tasks have no processes, and those of the former state are gone. */
  @Override
  public void reload() {
    discard(tenantId -> true);
    lost.makeReady();
  }

  private void discard(LongPredicate tenant) {
    // A rollback keeps the tasks, so it must keep their scripts.
    AfterCommit.runOrNow(
        () -> {
          runs.discard(run -> tenant.test(run.tenantId()));
          turns.discard(place -> tenant.test(place.tenantId()));
          committed.check();
        });
  }
}
