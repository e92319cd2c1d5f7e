package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskLedger;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Carries out tasks without a machine: each runs for a set time on the emulator's clock, prints
 * nothing and succeeds.
 */
@Component
@Order(1)
final class SimulatedExecutor implements TaskExecutor {
  private static final int BATCH = 1000;
  private static final long KILLED = -1;

  private final TaskLedger ledger;
  private final Duration duration;

  SimulatedExecutor(TaskLedger ledger, SimulationSettings settings) {
    this.ledger = ledger;
    this.duration = settings.duration();
  }

  @Override
  public Optional<Instant> nextDue() {
    return ledger.nextStep();
  }

  @Override
  public int runDue(Instant now) {
    List<DueTask> due = ledger.due(now, BATCH);
    if (!due.isEmpty()) {
      ledger.apply(due.stream().map(task -> step(task, now)).toList(), now);
    }
    return due.size();
  }

  private TaskChange step(DueTask task, Instant now) {
    if (task.status() == TaskStatus.CANCELLING) {
      return new TaskChange(
          task, task.status().through(TaskStatus.TERMINATED), task.startedAt(), null, KILLED);
    }
    if (task.status() == TaskStatus.RUNNING) {
      return end(task, task.status(), Objects.requireNonNullElse(task.startedAt(), now));
    }
    TaskStatus running = task.status().through(TaskStatus.DELIVERING, TaskStatus.RUNNING);
    if (duration.isZero()) {
      // No time passes in between, so nobody could see the task run.
      return end(task, running, now);
    }
    Duration runs = timesOut(task) ? task.timeout() : duration;
    return new TaskChange(task, running, now, now.plus(runs), 0);
  }

  private TaskChange end(DueTask task, TaskStatus running, Instant startedAt) {
    return timesOut(task)
        ? new TaskChange(task, running.through(TaskStatus.TIMEOUT), startedAt, null, KILLED)
        : new TaskChange(task, running.through(TaskStatus.SUCCESS), startedAt, null, 0);
  }

  private boolean timesOut(DueTask task) {
    return duration.compareTo(task.timeout()) > 0;
  }
}
