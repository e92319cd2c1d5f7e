package io.tatemulator.execution.agent;

import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task between the dispatcher, which stores its progress, and the agent, which reports it. Each
 * report has a number, so that its response can wait until it is stored.
 */
final class AgentTask {
  /**
   * The progress of a task at some moment.
   *
   * @param progress what to store
   * @param number the number of the last report that is part of it
   */
  record Step(TaskProgress progress, long number) {
    boolean isRunning() {
      return progress.status() == TaskStatus.RUNNING;
    }
  }

  private static final String NO_CREDENTIAL =
      "the emulator has no credentials for COS, so the agent was not asked to upload the output";

  private final long id;
  private final Instance.Key machine;
  private final Instant deliverBy;
  private AgentOutput output;
  private boolean toCos;
  private long processId;
  private boolean startRequested;

  /** Whether the agent has been told not to start it, perhaps before RUNNING was stored. */
  private boolean startRefused;

  private boolean running;
  private boolean killRequested;
  private @Nullable TaskProgress end;
  private final long createdAtNanos = System.nanoTime();

  /** Whether a step has been stored, without which other transactions may not see the row. */
  private boolean known;

  private boolean stored;
  private long endedAtNanos;
  private long number;
  private long storedNumber;

  /**
   * Creates one.
   *
   * @param output what it has printed according to the database
   * @param running whether the database says that an agent has started it
   */
  AgentTask(long id, Instance.Key machine, AgentTaskState state, byte[] output, boolean running) {
    this.id = id;
    this.machine = machine;
    this.deliverBy = state.deliverBy();
    this.processId = state.processId();
    this.output = new AgentOutput(output, state.next(), state.early(), state.dropped());
    this.toCos = state.toCos();
    this.running = running;
  }

  long id() {
    return id;
  }

  Instance.Key machine() {
    return machine;
  }

  /** Notes that its output was to be in COS. */
  synchronized void expectInCos() {
    toCos = true;
  }

  /** Notes that a process of the agent wants to start it, and returns the report's number. */
  synchronized long requestStart(long agentProcessId) {
    startRefused = false;
    if (!running && end == null) {
      startRequested = true;
      processId = agentProcessId;
      number++;
    }
    return number;
  }

  /** Notes that the agent is told not to start it now, so that it has to be listed again. */
  synchronized void refuseStart() {
    startRequested = false;
    startRefused = true;
  }

  /** Adds a chunk of its output, and returns the report's number. */
  synchronized long append(int index, byte[] chunk, long dropped) {
    if (end == null) {
      output.add(index, chunk, dropped);
      number++;
    }
    return number;
  }

  /**
   * Notes how it has ended, unless it has, and returns the report's number.
   *
   * @param errorInfo why it could not be started; empty for no error
   */
  synchronized long finish(TaskStatus status, long exitCode, String errorInfo) {
    String cosError = toCos ? NO_CREDENTIAL : null;
    if (end == null) {
      output.complete();
      end =
          TaskProgress.ended(
              status,
              new TaskResult(exitCode, output.bytes(), output.dropped(), errorInfo, cosError));
      number++;
    }
    return number;
  }

  /** Ends it without a report, and returns whether it had not ended. */
  synchronized boolean end(TaskStatus status, String errorInfo) {
    if (end != null) {
      return false;
    }
    finish(status, 0, errorInfo);
    return true;
  }

  /** Ends it if another process of the agent than this one runs it, which cannot report it. */
  synchronized boolean endUnlessOf(long agentProcessId) {
    return running && processId != agentProcessId && end(TaskStatus.TASK_TIMEOUT, "");
  }

  /** Ends it since its machine is gone, and returns whether it had not ended. */
  synchronized boolean endLost() {
    return end(running ? TaskStatus.TASK_TIMEOUT : TaskStatus.DELIVER_FAILED, "");
  }

  /** Returns its next step before an agent runs it. */
  synchronized Step start(Instant now, boolean connected) {
    TaskProgress progress;
    if (end != null) {
      progress = end;
    } else if (startRequested) {
      progress = running(Instant.MAX);
    } else if (!now.isBefore(deliverBy)) {
      progress = TaskProgress.ended(TaskStatus.DELIVER_FAILED, TaskResult.NOTHING);
    } else if (connected) {
      progress = TaskProgress.notDeliveredBefore(deliverBy, state());
    } else {
      progress = TaskProgress.delayedUntil(deliverBy, state());
    }
    return new Step(progress, number);
  }

  /** Returns its next step while an agent runs it. */
  synchronized Step poll() {
    return new Step(end != null ? end : running(Instant.MAX), number);
  }

  /**
   * Returns its next step while the agent is to kill it.
   *
   * @param lostAt when the agent is regarded as lost
   */
  synchronized Step kill(Instant now, Instant lostAt) {
    if (end != null) {
      return new Step(end, number);
    }
    return new Step(
        now.isBefore(lostAt)
            ? running(lostAt)
            : TaskProgress.ended(TaskStatus.TASK_TIMEOUT, printed()),
        number);
  }

  private TaskProgress running(Instant nextCallAt) {
    return TaskProgress.runningWith(printed(), nextCallAt, state());
  }

  private TaskResult printed() {
    return new TaskResult(0, output.bytes(), output.dropped(), "", null);
  }

  private String state() {
    return new AgentTaskState(
            deliverBy, processId, output.next(), output.early(), output.dropped(), toCos)
        .write();
  }

  /** Notes that a step is stored. */
  synchronized void onStored(Step step) {
    known = true;
    storedNumber = Math.max(storedNumber, step.number());
    running |= step.isRunning();
    if (end == null && step.progress().status().isTerminal()) {
      end = step.progress();
    }
    notifyAll();
  }

  /** Notes that the agent is to kill it. */
  synchronized void requestKill() {
    killRequested = true;
  }

  /** Returns whether it can be listed as one to start. */
  synchronized boolean isStartable() {
    return !startRequested && (!running || startRefused) && end == null;
  }

  synchronized boolean isToBeKilled() {
    return killRequested && running && end == null;
  }

  synchronized boolean isRunning() {
    return running && end == null;
  }

  /** Notes that the database has its end. */
  synchronized void onEndStored(long nanos) {
    if (!stored) {
      stored = true;
      endedAtNanos = nanos;
      // Only the fact is needed for repeated reports, and there may be many of them.
      output = new AgentOutput();
      end = TaskProgress.ended(TaskStatus.TASK_TIMEOUT, TaskResult.NOTHING);
      notifyAll();
    }
  }

  synchronized boolean isEndStored() {
    return stored;
  }

  /** Returns whether the database has it, and not its end as far as is known. */
  synchronized boolean isOpen() {
    return known && !stored;
  }

  /** Returns whether it has ended before a time, or was only part of a rolled back transaction. */
  synchronized boolean isOver(long nanos) {
    return stored ? endedAtNanos - nanos < 0 : !known && createdAtNanos - nanos < 0;
  }

  /** Waits until a report is stored, and returns whether it is. */
  synchronized boolean awaitStored(long reportNumber, Duration max) throws InterruptedException {
    long end = System.nanoTime() + max.toNanos();
    for (long left = max.toNanos(); storedNumber < reportNumber && !stored && left > 0; ) {
      wait(Math.max(1, left / 1_000_000));
      left = end - System.nanoTime();
    }
    return storedNumber >= reportNumber || stored;
  }
}
