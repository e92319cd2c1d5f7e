package io.tatemulator.execution.agent;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.registration.AgentError;
import io.tatemulator.tat.ResourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passes tasks to agents and takes their reports. The response to a report is sent when it is
 * stored, and is the same when it is repeated. Call the methods for reports outside of the gate of
 * requests, since they wait for the dispatcher, which may wait for the gate.
 */
@Component
final class TaskReports {
  /** An agent waits ten seconds for a response. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(8);

  private static final Duration RESTORE_POLL = Duration.ofMillis(20);
  private static final Duration MAX_RESTORE = Duration.ofSeconds(3);

  /** An agent begins all tasks of a list at once; the next list has the others. */
  private static final int MAX_LISTED = 100;

  /** The scripts of a list, except that one script alone may be larger. */
  private static final int MAX_LISTED_BYTES = 1024 * 1024;

  /** A task that an agent is to start, as it spells the members. */
  record NormalTask(
      String invocationTaskId,
      String command,
      String commandType,
      long timeOut,
      String username,
      String workingDirectory) {}

  /** A task that an agent is to kill. */
  record CancelTask(String invocationTaskId) {}

  /** The tasks for an agent. */
  record TaskList(
      List<NormalTask> invocationNormalTaskSet, List<CancelTask> invocationCancelTaskSet) {}

  /** A task can be RUNNING although its agent was told not to start it, since that took long. */
  private static final Set<TaskStatus> LISTED = Set.of(TaskStatus.DELIVERING, TaskStatus.RUNNING);

  private final AgentTasks tasks;
  private final TasksInProgress inProgress;
  private final TaskDetails details;
  private final ReadyTasks ready;

  TaskReports(AgentTasks tasks, TasksInProgress inProgress, TaskDetails details, ReadyTasks ready) {
    this.tasks = tasks;
    this.inProgress = inProgress;
    this.details = details;
    this.ready = ready;
  }

  /** Returns the tasks for an agent; the same again until it reports. */
  TaskList list(ConnectedAgent agent) {
    List<AgentTask> own = tasks.of(agent.machine());
    List<CancelTask> cancelled =
        own.stream()
            .filter(AgentTask::isToBeKilled)
            .map(task -> new CancelTask(ResourceId.TASK.format(task.id())))
            .toList();
    List<Long> startable =
        own.stream().filter(AgentTask::isStartable).map(AgentTask::id).sorted().toList();
    List<Long> delivering =
        startable.isEmpty()
            ? List.of()
            : inProgress.ofIds(startable).stream()
                .filter(task -> LISTED.contains(task.status()))
                .map(ExecutorTask::id)
                .sorted()
                .limit(MAX_LISTED)
                .toList();
    return new TaskList(normal(delivering), cancelled);
  }

  private List<NormalTask> normal(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, TaskDetail> found = details.of(ids);
    List<NormalTask> normal = new ArrayList<>();
    int bytes = 0;
    for (long id : ids) {
      TaskDetail detail = found.get(id);
      AgentTask task = tasks.find(id);
      if (detail != null && task != null) {
        if (!detail.parameters().spec().outputCosBucketUrl().isEmpty()) {
          task.expectInCos();
        }
        byte[] script = detail.parameters().scriptBytes().orElse(null);
        if (script == null) {
          failTooLarge(task);
          continue;
        }
        bytes += script.length;
        if (bytes > MAX_LISTED_BYTES && !normal.isEmpty()) {
          break;
        }
        normal.add(normal(id, detail, script));
      }
    }
    return normal;
  }

  private static NormalTask normal(long id, TaskDetail detail, byte[] script) {
    CommandSpec spec = detail.parameters().spec();
    return new NormalTask(
        ResourceId.TASK.format(id),
        Base64.getEncoder().encodeToString(script),
        spec.type().name(),
        spec.timeoutSeconds(),
        detail.username(),
        spec.workingDirectory());
  }

  private void failTooLarge(AgentTask task) {
    if (task.end(TaskStatus.START_FAILED, RunParameters.TOO_LARGE)) {
      ready.add(List.of(task.id()));
    }
  }

  /**
   * Takes the report that an agent starts a task.
   *
   * @throws ApiException TASK_NOT_FOUND, or TASK_NOT_STARTABLE when it must not start it
   */
  void start(ConnectedAgent agent, String taskId) throws InterruptedException {
    AgentTask task = require(agent, taskId);
    if (!task.isEndStored()) {
      boolean stored = store(task, task.requestStart(agent.processId()));
      if (stored && isStarted(task.id())) {
        return;
      }
      task.refuseStart();
    }
    throw new ApiException(AgentError.TASK_NOT_STARTABLE, "InvocationTaskId", taskId);
  }

  private boolean isStarted(long id) {
    return inProgress.ofIds(List.of(id)).stream().anyMatch(task -> task.status().isRunning());
  }

  /**
   * Takes a chunk of the output of a task.
   *
   * @param dropped how many bytes the agent has left out so far
   * @throws ApiException TASK_NOT_FOUND or REPORT_NOT_STORED
   */
  void log(ConnectedAgent agent, String taskId, int index, byte[] chunk, long dropped)
      throws InterruptedException {
    AgentTask task = require(agent, taskId);
    requireStored(task, task.append(index, chunk, dropped), taskId);
  }

  /**
   * Takes the report that a task has ended.
   *
   * @throws ApiException TASK_NOT_FOUND or REPORT_NOT_STORED
   */
  void finish(
      ConnectedAgent agent, String taskId, TaskStatus result, long exitCode, String errorInfo)
      throws InterruptedException {
    AgentTask task = require(agent, taskId);
    requireStored(task, task.finish(result, exitCode, errorInfo), taskId);
  }

  private void requireStored(AgentTask task, long report, String taskId)
      throws InterruptedException {
    if (!store(task, report)) {
      throw new ApiException(AgentError.REPORT_NOT_STORED, "InvocationTaskId", taskId);
    }
  }

  /** Waits until a report is stored. One that is not by then stays in memory and may be later. */
  private boolean store(AgentTask task, long report) throws InterruptedException {
    if (task.isEndStored()) {
      return true;
    }
    ready.add(List.of(task.id()));
    return task.awaitStored(report, MAX_WAIT);
  }

  private AgentTask require(ConnectedAgent agent, String taskId) throws InterruptedException {
    OptionalLong id = ResourceId.TASK.parse(taskId);
    AgentTask task = id.isPresent() ? findOrRestore(agent, id.getAsLong()) : null;
    if (task == null || !task.machine().equals(agent.machine())) {
      throw new ApiException(AgentError.TASK_NOT_FOUND, "InvocationTaskId", taskId);
    }
    return task;
  }

  /** A moment after a start of the emulator, the dispatcher has perhaps not restored a task. */
  private @Nullable AgentTask findOrRestore(ConnectedAgent agent, long id)
      throws InterruptedException {
    AgentTask task = tasks.find(id);
    // Never one of another executor, which would take an early call for the end of its task.
    if (task != null
        || !inProgress.isOf(
            id, AgentExecutor.NAME, agent.machine().tenantId(), agent.machine().instanceId())) {
      return task;
    }
    ready.add(List.of(id));
    for (long left = MAX_RESTORE.toMillis();
        left > 0 && tasks.find(id) == null;
        left -= RESTORE_POLL.toMillis()) {
      Thread.sleep(RESTORE_POLL.toMillis());
    }
    return tasks.find(id);
  }
}
