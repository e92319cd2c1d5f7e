package io.tatemulator.execution.agent;

import io.tatemulator.invocation.ExecutorTask;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invocation.TasksInProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares the tasks in memory with those in the database. */
@Component
final class StoredTasks {
  /** Those beyond it are found when their delivery has failed or their timeout is due. */
  private static final int MAX_TASKS = 5_000;

  /** How long an agent may repeat its reports of a task that has ended. */
  private static final long KEPT_NANOS = Duration.ofMinutes(2).toNanos();

  private final TasksInProgress inProgress;
  private final ReadyTasks ready;
  private final AgentTasks tasks;
  private final AgentSessions sessions;
  private final AgentWorker worker;

  StoredTasks(
      TasksInProgress inProgress,
      ReadyTasks ready,
      AgentTasks tasks,
      AgentSessions sessions,
      AgentWorker worker) {
    this.inProgress = inProgress;
    this.ready = ready;
    this.tasks = tasks;
    this.sessions = sessions;
    this.worker = worker;
  }

  /** Lets the dispatcher look at all tasks in progress, which brings them to memory. */
  void makeReady() {
    List<Long> ids =
        inProgress.of(AgentExecutor.NAME, MAX_TASKS).stream().map(ExecutorTask::id).toList();
    if (!ids.isEmpty()) {
      worker.submit(() -> ready.add(ids));
    }
  }

  /**
   * Forgets tasks that have ended, also without their executor, such as those cancelled before they
   * ran; and has agents fetch the others again, since a message may be lost.
   */
  void review() {
    long now = System.nanoTime();
    tasks.removeIf(task -> task.isOver(now - KEPT_NANOS));
    List<AgentTask> open = tasks.all().stream().filter(AgentTask::isOpen).toList();
    if (open.isEmpty()) {
      return;
    }
    Map<Long, TaskStatus> unfinished =
        inProgress.ofIds(open.stream().map(AgentTask::id).toList()).stream()
            .collect(Collectors.toMap(ExecutorTask::id, ExecutorTask::status));
    open.stream()
        .filter(task -> !unfinished.containsKey(task.id()))
        .forEach(task -> task.onEndStored(now));
    // A connection may have been noted while the database could not store anything.
    ready.add(
        open.stream()
            .filter(task -> unfinished.get(task.id()) == TaskStatus.DELIVER_DELAYED)
            .filter(task -> sessions.isConnected(task.machine()))
            .map(AgentTask::id)
            .toList());
    sessions.kickIfNeeded(open.stream().filter(task -> unfinished.containsKey(task.id())).toList());
  }
}
