package io.tatemulator.execution.simulated;

import io.tatemulator.execution.TaskOverrides;
import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Executes tasks without a machine: each runs for a set time on the emulator's clock, prints
 * nothing and succeeds, unless a rule sets another outcome. It takes over the tasks of other
 * executors for which a rule sets an outcome. The state of a task is its outcome.
 */
@Component
final class SimulatedExecutor implements TaskExecutor, TaskOverrides {
  private static final String NAME = "simulated";

  private final OutcomeChoice choice;
  private final Duration defaultDuration;

  SimulatedExecutor(OutcomeChoice choice, SimulationSettings settings) {
    this.choice = choice;
    this.defaultDuration = settings.duration();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean serves(long tenantId, String instanceId) {
    return false;
  }

  @Override
  public boolean isDefault() {
    return true;
  }

  @Override
  public List<TaskProgress> start(List<DueTask> tasks, Instant now) {
    return progress(tasks, (task, outcome) -> start(task, outcome, now));
  }

  @Override
  public List<Optional<TaskProgress>> startOverridden(List<DueTask> tasks, Instant now) {
    Map<Long, Outcome> outcomes = choice.byRules(tasks);
    return tasks.stream()
        .map(
            task ->
                Optional.ofNullable(outcomes.get(task.id()))
                    .map(outcome -> start(task, outcome, now)))
        .toList();
  }

  /**
   * The time has come that {@link #start} named, so a task has ended unless it exceeds its timeout.
   */
  @Override
  public List<TaskProgress> poll(List<DueTask> tasks, Instant now) {
    return progress(tasks, this::end);
  }

  @Override
  public List<TaskProgress> cancel(List<DueTask> tasks, Instant now) {
    return progress(
        tasks, (task, outcome) -> TaskProgress.killed(outcome.end(TaskStatus.TERMINATED)));
  }

  private List<TaskProgress> progress(
      List<DueTask> tasks, BiFunction<DueTask, Outcome, TaskProgress> next) {
    List<Outcome> outcomes = choice.of(tasks);
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> next.apply(tasks.get(i), outcomes.get(i)))
        .toList();
  }

  private TaskProgress start(DueTask task, Outcome outcome, Instant now) {
    if (task.status() == TaskStatus.PENDING && !outcome.delayOrZero().isZero()) {
      return TaskProgress.notDeliveredBefore(now.plus(outcome.delayOrZero()), state(outcome));
    }
    TaskStatus status = outcome.finalStatus();
    boolean fails = status == TaskStatus.DELIVER_FAILED || status == TaskStatus.START_FAILED;
    if (fails) {
      return TaskProgress.ended(status, outcome.end(status));
    }
    Duration duration = duration(outcome);
    return duration.isZero() || exceedsTimeout(task, outcome)
        ? end(task, outcome)
        : TaskProgress.running(now.plus(duration), state(outcome));
  }

  private TaskProgress end(DueTask task, Outcome outcome) {
    TaskStatus status = outcome.finalStatus();
    return exceedsTimeout(task, outcome)
        ? TaskProgress.running(Instant.MAX, state(outcome))
        : TaskProgress.ended(status, outcome.end(status));
  }

  private boolean exceedsTimeout(DueTask task, Outcome outcome) {
    return outcome.finalStatus() == TaskStatus.TIMEOUT
        || duration(outcome).compareTo(task.timeout()) > 0;
  }

  private Duration duration(Outcome outcome) {
    return Objects.requireNonNullElse(outcome.duration(), defaultDuration);
  }

  /** Includes the run time, since the emulator may be restarted with another duration. */
  private String state(Outcome outcome) {
    return OutcomeState.write(outcome.lasting(duration(outcome)));
  }
}
