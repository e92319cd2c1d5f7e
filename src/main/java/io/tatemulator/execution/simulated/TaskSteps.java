package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Computes the next step of a task from its outcome. */
@Component
final class TaskSteps {
  private static final String CANNOT_BE_EXECUTED =
      "the emulator cannot execute this task; see its log";

  private final Duration defaultDuration;
  private final JsonMapper json = JsonMapper.builder().build();

  TaskSteps(SimulationSettings settings) {
    this.defaultDuration = settings.duration();
  }

  /** Returns the change that fails a task that cannot be executed. */
  TaskChange failure(DueTask task) {
    TaskResult result = new TaskResult(0, new byte[0], CANNOT_BE_EXECUTED);
    return new TaskChange(task, TaskStatus.START_FAILED, task.startedAt(), null, result, null);
  }

  /** Returns the change that the next step of a task makes. */
  TaskChange next(DueTask task, Outcome outcome, Instant now) {
    return switch (task.status()) {
      case CANCELLING -> end(task, outcome, TaskStatus.TERMINATED, task.status(), now);
      case RUNNING -> finish(task, outcome, task.status(), now);
      case PENDING ->
          outcome.delayOrZero().isZero()
              ? start(task, outcome, now)
              : delay(task, outcome, now.plus(outcome.delayOrZero()));
      default -> start(task, outcome, now);
    };
  }

  private TaskChange delay(DueTask task, Outcome outcome, Instant until) {
    return new TaskChange(
        task,
        task.status().transitionTo(TaskStatus.DELIVERING),
        null,
        until,
        TaskResult.NOTHING,
        serialize(outcome));
  }

  private TaskChange start(DueTask task, Outcome outcome, Instant now) {
    if (outcome.finalStatus() == TaskStatus.DELIVER_FAILED) {
      return failToStart(task, outcome, task.status());
    }
    TaskStatus delivering =
        task.status() == TaskStatus.PENDING
            ? task.status().transitionTo(TaskStatus.DELIVERING)
            : task.status();
    if (outcome.finalStatus() == TaskStatus.START_FAILED) {
      return failToStart(task, outcome, delivering);
    }
    TaskStatus running = delivering.transitionTo(TaskStatus.RUNNING);
    Duration runTime = timesOut(task, outcome) ? task.timeout() : duration(outcome);
    // No time passes in between, so the status RUNNING could not be observed.
    return runTime.isZero()
        ? finish(task, outcome, running, now)
        : new TaskChange(
            task, running, now, now.plus(runTime), TaskResult.NOTHING, serialize(outcome));
  }

  private static TaskChange failToStart(DueTask task, Outcome outcome, TaskStatus from) {
    TaskStatus endStatus = outcome.finalStatus();
    return new TaskChange(
        task, from.transitionTo(endStatus), null, null, outcome.end(endStatus), null);
  }

  private TaskChange finish(DueTask task, Outcome outcome, TaskStatus running, Instant now) {
    TaskStatus endStatus = timesOut(task, outcome) ? TaskStatus.TIMEOUT : outcome.finalStatus();
    return end(task, outcome, endStatus, running, now);
  }

  private static TaskChange end(
      DueTask task, Outcome outcome, TaskStatus endStatus, TaskStatus from, Instant now) {
    Instant startedAt = Objects.requireNonNullElse(task.startedAt(), now);
    return new TaskChange(
        task, from.transitionTo(endStatus), startedAt, null, outcome.end(endStatus), null);
  }

  private boolean timesOut(DueTask task, Outcome outcome) {
    return outcome.finalStatus() == TaskStatus.TIMEOUT
        || duration(outcome).compareTo(task.timeout()) > 0;
  }

  private Duration duration(Outcome outcome) {
    return Objects.requireNonNullElse(outcome.duration(), defaultDuration);
  }

  /** Includes the run time, since the emulator may be restarted with another duration. */
  private String serialize(Outcome outcome) {
    return json.writeValueAsString(outcome.lasting(duration(outcome)));
  }
}
