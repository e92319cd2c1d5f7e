package io.tatemulator.execution.agent;

import io.tatemulator.instance.AssignedExecutor;
import io.tatemulator.instance.AssignedExecutors;
import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Executes tasks by the agents of managed instances. An agent fetches its tasks after a message on
 * its WebSocket, and the response to each of its reports is sent when the dispatcher has stored it;
 * so neither a restart of the emulator nor a lost message loses a task or runs it twice.
 */
@Component
final class AgentExecutor implements TaskExecutor, StatefulComponent {
  static final String NAME = "agent";

  /** How long after its timeout a task waits for the report that its agent has killed it. */
  private static final Duration MAX_KILL_TIME = Duration.ofSeconds(5);

  private final AgentSettings settings;
  private final AgentTasks tasks;
  private final AgentSessions sessions;
  private final AssignedExecutors assigned;
  private final StoredTasks stored;
  private final AgentWorker worker;
  private final Tenants tenants;

  AgentExecutor(
      AgentSettings settings,
      AgentTasks tasks,
      AgentSessions sessions,
      AssignedExecutors assigned,
      StoredTasks stored,
      AgentWorker worker,
      Tenants tenants) {
    this.settings = settings;
    this.tasks = tasks;
    this.sessions = sessions;
    this.assigned = assigned;
    this.stored = stored;
    this.worker = worker;
    this.tenants = tenants;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(long tenantId, String instanceId) {
    return assigned
        .of(tenantId, instanceId)
        .map(AssignedExecutor::executor)
        .filter(Instance.Executor.AGENT::equals)
        .isPresent();
  }

  @Override
  public boolean takesRealTime() {
    return sessions.mayBeAny();
  }

  @Override
  public boolean isBusyWith(long taskId) {
    AgentTask task = tasks.find(taskId);
    return task != null
        && (sessions.isConnected(task.machine())
            || (task.isRunning() && sessions.hasContact(task.machine())));
  }

  @Override
  public List<TaskProgress> start(List<DueTask> due, Instant now) {
    return progress(
        due, now, (task, known) -> known.start(now, sessions.isConnected(known.machine())));
  }

  @Override
  public List<TaskProgress> poll(List<DueTask> due, Instant now) {
    return progress(due, now, (task, known) -> known.poll());
  }

  @Override
  public List<TaskProgress> cancel(List<DueTask> due, Instant now) {
    return progress(
        due,
        now,
        (task, known) -> {
          AfterCommit.run(known::requestKill);
          return known.kill(now, lostAt(task, now));
        });
  }

  private static Instant lostAt(DueTask task, Instant now) {
    return Objects.requireNonNullElse(task.startedAt(), now)
        .plus(task.timeout())
        .plus(MAX_KILL_TIME);
  }

  /** Without the setting, no agent can fetch a task or report it. */
  private static TaskProgress unreachable(DueTask task) {
    return TaskProgress.ended(
        task.startedAt() == null ? TaskStatus.DELIVER_FAILED : TaskStatus.TASK_TIMEOUT,
        TaskResult.NOTHING);
  }

  private List<TaskProgress> progress(
      List<DueTask> due, Instant now, BiFunction<DueTask, AgentTask, AgentTask.Step> next) {
    if (!settings.enabled()) {
      return due.stream().map(AgentExecutor::unreachable).toList();
    }
    List<AgentTask> known = tasks.of(due, now);
    List<AgentTask.Step> steps =
        IntStream.range(0, due.size()).mapToObj(i -> next.apply(due.get(i), known.get(i))).toList();
    AfterCommit.run(
        () -> {
          for (int i = 0; i < steps.size(); i++) {
            known.get(i).onStored(steps.get(i));
          }
          sessions.kickIfNeeded(known);
        });
    return steps.stream().map(AgentTask.Step::progress).toList();
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    discard(tenants.removedBy(tenant));
  }

  @Override
  public void reload() {
    discard(tenantId -> true);
    if (settings.enabled()) {
      stored.makeReady();
    }
  }

  private void discard(LongPredicate tenant) {
    if (!settings.enabled()) {
      return;
    }
    AfterCommit.runOrNow(
        () -> {
          tasks.removeIf(task -> tenant.test(task.machine().tenantId()));
          worker.submit(sessions::review);
        });
  }
}
