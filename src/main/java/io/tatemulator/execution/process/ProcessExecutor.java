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
import java.util.HashSet;
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
  private final WaitingTasks waiting;
  private final ScriptRuns runs;
  private final Tenants tenants;

  ProcessExecutor(
      ProcessSettings settings,
      ProcessPolicy policy,
      AssignedExecutors assigned,
      TaskDetails details,
      Turns turns,
      LostTasks lost,
      WaitingTasks waiting,
      ScriptRuns runs,
      Tenants tenants) {
    this.settings = settings;
    this.policy = policy;
    this.assigned = assigned;
    this.details = details;
    this.turns = turns;
    this.lost = lost;
    this.waiting = waiting;
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
    Set<Long> next = turns.take(tasks);
    AfterCommit.orElse(() -> turns.end(next));
    List<DueTask> starting = tasks.stream().filter(task -> next.contains(task.id())).toList();
    Map<Long, TaskDetail> detailsById = details.of(starting.stream().map(DueTask::id).toList());
    List<TaskProgress> progress = new ArrayList<>(tasks.size());
    List<DueTask> later = new ArrayList<>();
    Set<Long> ended = new HashSet<>();
    for (DueTask task : tasks) {
      TaskDetail detail = detailsById.get(task.id());
      if (detail == null) {
        later.add(task);
        progress.add(TaskProgress.notDeliveredBefore(now.plus(TURN), null));
      } else {
        TaskProgress started = start(task, detail);
        progress.add(started);
        if (started.status() != TaskStatus.RUNNING) {
          ended.add(task.id());
        }
      }
    }
    AfterCommit.run(
        () -> {
          turns.stopWaiting(next);
          turns.end(ended);
          turns.await(later);
          waiting.check();
        });
    return progress;
  }

  private TaskProgress start(DueTask task, TaskDetail detail) {
    RunParameters parameters = detail.parameters();
    Optional<byte[]> content = parameters.scriptBytes();
    if (content.isEmpty()) {
      return TaskProgress.ended(
          TaskStatus.START_FAILED, new TaskResult(0, new byte[0], RunParameters.TOO_LARGE));
    }
    Script script =
        new Script(
            ResourceId.TASK.format(task.id()),
            parameters.spec().type(),
            content.get(),
            detail.username(),
            parameters.spec().workingDirectory(),
            task.timeout(),
            task.instanceId(),
            parameters.spec().outputCosBucketUrl(),
            detail.outputPath(),
            assigned
                .of(task.tenantId(), task.instanceId())
                .map(AssignedExecutor::exec)
                .orElse(List.of()));
    AfterCommit.run(() -> runs.start(task.id(), task.tenantId(), script));
    return TaskProgress.running(Instant.MAX, null);
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
    List<TaskProgress> progress = new ArrayList<>(tasks.size());
    Set<Long> ended = new HashSet<>();
    for (DueTask task : tasks) {
      TaskProgress end =
          runs.isKnown(task.id())
              ? runs.end(task.id())
              : TaskProgress.ended(TaskStatus.TASK_TIMEOUT, TaskResult.NOTHING);
      progress.add(end == null ? TaskProgress.running(Instant.MAX, null) : end);
      if (end != null) {
        ended.add(task.id());
      }
    }
    if (!ended.isEmpty()) {
      AfterCommit.run(
          () -> {
            runs.remove(ended);
            turns.end(ended);
            waiting.check();
          });
    }
    return progress;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    Long only = tenant == null ? null : tenants.find(tenant).orElse(-1L);
    discard(tenantId -> only == null || tenantId == only);
  }

  /** The loaded tasks have no processes, and those of the former state are gone. */
  @Override
  public void reload() {
    discard(tenantId -> true);
    lost.makeReady();
  }

  private void discard(LongPredicate tenant) {
    runs.discard(run -> tenant.test(run.tenantId()));
    turns.discard(place -> tenant.test(place.tenantId()));
  }
}
