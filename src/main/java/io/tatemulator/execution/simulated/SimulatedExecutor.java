package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskLedger;
import io.tatemulator.storage.BatchTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Carries out tasks without a machine: each runs for a set time on the emulator's clock, prints
 * nothing and succeeds, unless a rule has another outcome for it. A task that cannot be executed
 * fails alone.
 */
@Component
@Order(1)
final class SimulatedExecutor implements TaskExecutor {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedExecutor.class);
  private static final int BATCH = 1000;

  private final TaskLedger ledger;
  private final OutcomeChoice choice;
  private final TaskSteps steps;
  private final BatchTransaction batches;

  SimulatedExecutor(
      TaskLedger ledger, OutcomeChoice choice, TaskSteps steps, BatchTransaction batches) {
    this.ledger = ledger;
    this.choice = choice;
    this.steps = steps;
    this.batches = batches;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return ledger.nextStepAfter(instant);
  }

  @Override
  public boolean runDue(Instant now) {
    List<DueTask> due = ledger.due(now, BATCH);
    if (due.isEmpty()) {
      return false;
    }
    List<TaskChange> made = new ArrayList<>(due.size());
    batches.run(
        due, tasks -> advance(tasks, now), made::addAll, (task, why) -> fail(task, now, why));
    return due.size() == BATCH || made.stream().anyMatch(change -> isDueAgain(change, now));
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
    ledger.apply(changes, now);
    return changes;
  }

  private void fail(DueTask task, Instant now, Throwable cause) {
    LOG.error("task row {} cannot be executed", task.id(), cause);
    ledger.apply(List.of(steps.failure(task)), now);
  }
}
