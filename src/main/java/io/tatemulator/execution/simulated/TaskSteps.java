package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskEnd;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The next step of a task whose outcome is known. */
@Component
final class TaskSteps {
  private static final String CANNOT_BE_EXECUTED =
      "the emulator cannot execute this task; its log says why";

  private final Duration ordinaryDuration;
  private final JsonMapper json = JsonMapper.builder().build();

  TaskSteps(SimulationSettings settings) {
    this.ordinaryDuration = settings.duration();
  }

  /** The end of a task that nothing else can be done with. */
  TaskChange failure(DueTask task) {
    TaskEnd end = new TaskEnd(0, new byte[0], CANNOT_BE_EXECUTED);
    return new TaskChange(task, TaskStatus.START_FAILED, task.startedAt(), null, end, null);
  }

  /** The change that the next step of a task makes. */
  TaskChange next(DueTask task, Outcome outcome, Instant now) {
    return switch (task.status()) {
      case CANCELLING -> end(task, outcome, TaskStatus.TERMINATED, task.status(), now);
      case RUNNING -> finish(task, outcome, task.status(), now);
      case PENDING ->
          outcome.waits().isZero()
              ? begin(task, outcome, now)
              : waiting(task, outcome, now.plus(outcome.waits()));
      default -> begin(task, outcome, now);
    };
  }

  private TaskChange waiting(DueTask task, Outcome outcome, Instant until) {
    return new TaskChange(
        task,
        task.status().through(TaskStatus.DELIVERING),
        null,
        until,
        TaskEnd.NOTHING,
        note(outcome));
  }

  private TaskChange begin(DueTask task, Outcome outcome, Instant now) {
    if (outcome.endsAs() == TaskStatus.DELIVER_FAILED) {
      return unstarted(task, outcome, task.status());
    }
    TaskStatus delivering =
        task.status() == TaskStatus.PENDING
            ? task.status().through(TaskStatus.DELIVERING)
            : task.status();
    if (outcome.endsAs() == TaskStatus.START_FAILED) {
      return unstarted(task, outcome, delivering);
    }
    TaskStatus running = delivering.through(TaskStatus.RUNNING);
    Duration runs = timesOut(task, outcome) ? task.timeout() : duration(outcome);
    // No time passes in between, so the status RUNNING could not be observed.
    return runs.isZero()
        ? finish(task, outcome, running, now)
        : new TaskChange(task, running, now, now.plus(runs), TaskEnd.NOTHING, note(outcome));
  }

  private static TaskChange unstarted(DueTask task, Outcome outcome, TaskStatus from) {
    TaskStatus as = outcome.endsAs();
    return new TaskChange(task, from.through(as), null, null, outcome.end(as), null);
  }

  private TaskChange finish(DueTask task, Outcome outcome, TaskStatus running, Instant now) {
    TaskStatus as = timesOut(task, outcome) ? TaskStatus.TIMEOUT : outcome.endsAs();
    return end(task, outcome, as, running, now);
  }

  private static TaskChange end(
      DueTask task, Outcome outcome, TaskStatus as, TaskStatus from, Instant now) {
    Instant startedAt = Objects.requireNonNullElse(task.startedAt(), now);
    return new TaskChange(task, from.through(as), startedAt, null, outcome.end(as), null);
  }

  private boolean timesOut(DueTask task, Outcome outcome) {
    return outcome.endsAs() == TaskStatus.TIMEOUT
        || duration(outcome).compareTo(task.timeout()) > 0;
  }

  private Duration duration(Outcome outcome) {
    return Objects.requireNonNullElse(outcome.duration(), ordinaryDuration);
  }

  /** How long it runs is a part of it, since the emulator may be started with another duration. */
  private String note(Outcome outcome) {
    return json.writeValueAsString(outcome.lasting(duration(outcome)));
  }
}
