package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskStore;
import io.tatemulator.storage.BatchTransaction;
import io.tatemulator.time.BatchResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Executes tasks without a machine: each runs for a set time on the emulator's clock, prints
 * nothing and succeeds, unless a rule sets another outcome. A task that cannot be executed fails
 * without affecting the others.
 */
@Component
final class SimulatedExecutor implements TaskExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedExecutor.class);
  private static final int BATCH_SIZE = 1000;

  private final TaskStore store;
  private final OutcomeChoice choice;
  private final TaskSteps steps;
  private final BatchTransaction batches;

  SimulatedExecutor(
      TaskStore store, OutcomeChoice choice, TaskSteps steps, BatchTransaction batches) {
    this.store = store;
    this.choice = choice;
    this.steps = steps;
    this.batches = batches;
  }

  @Override
  public Kind kind() {
    return Kind.TASKS;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return store.nextStepAfter(instant);
  }

  @Override
  public BatchResult run(Instant now) {
    List<DueTask> due = store.due(now, BATCH_SIZE);
    if (due.isEmpty()) {
      return BatchResult.DONE;
    }
    List<TaskChange> changes = new ArrayList<>(due.size());
    batches.run(
        due,
        tasks -> advance(tasks, now),
        changes::addAll,
        (task, cause) -> fail(task, now, cause));
    return BatchResult.of(
        due.size() == BATCH_SIZE || changes.stream().anyMatch(change -> isDueAgain(change, now)));
  }

  private static boolean isDueAgain(TaskChange change, Instant now) {
    return change.nextStepAt() != null && !change.nextStepAt().isAfter(now);
  }

  private List<TaskChange> advance(List<DueTask> tasks, Instant now) {
    List<Outcome> outcomes = choice.of(tasks);
    List<TaskChange> changes =
        IntStream.range(0, tasks.size())
            .mapToObj(i -> steps.next(tasks.get(i), outcomes.get(i), now))
            .toList();
    store.update(changes, now);
    return changes;
  }

  private void fail(DueTask task, Instant now, Throwable cause) {
    LOG.error("Cannot execute the task with id {}", task.id(), cause);
    store.update(List.of(steps.failure(task)), now);
  }
}
