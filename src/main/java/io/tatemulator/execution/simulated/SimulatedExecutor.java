package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskEnd;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskLedger;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.storage.AfterCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out tasks without a machine: each runs for a set time on the emulator's clock, prints
 * nothing and succeeds, unless a rule has another outcome for it.
 */
@Component
@Order(1)
final class SimulatedExecutor implements TaskExecutor {
  private static final int BATCH = 1000;

  private final TaskLedger ledger;
  private final TaskDetails details;
  private final OutcomeRules rules;
  private final Decisions decisions;
  private final TransactionOperations transaction;
  private final Duration ordinaryDuration;
  private final JsonMapper json = JsonMapper.builder().build();

  SimulatedExecutor(
      TaskLedger ledger,
      TaskDetails details,
      OutcomeRules rules,
      Decisions decisions,
      TransactionOperations transaction,
      SimulationSettings settings) {
    this.ledger = ledger;
    this.details = details;
    this.rules = rules;
    this.decisions = decisions;
    this.transaction = transaction;
    this.ordinaryDuration = settings.duration();
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
    Map<Long, TaskDetails.TaskDetail> undecided = undecided(due);
    List<TaskChange> made =
        undecided.isEmpty()
            ? apply(due, undecided, now)
            : transaction.execute(status -> apply(due, undecided, now));
    return due.size() == BATCH || made.stream().anyMatch(change -> isDueAgain(change, now));
  }

  private static boolean isDueAgain(TaskChange change, Instant now) {
    return change.nextStepAt() != null && !change.nextStepAt().isAfter(now);
  }

  private List<TaskChange> apply(
      List<DueTask> due, Map<Long, TaskDetails.TaskDetail> undecided, Instant now) {
    List<TaskChange> changes =
        due.stream().map(task -> step(task, outcome(task, undecided), now)).toList();
    ledger.apply(changes, now);
    return changes;
  }

  /** Looked up only if somebody could want it decided otherwise. */
  private Map<Long, TaskDetails.TaskDetail> undecided(List<DueTask> due) {
    return rules.isEmpty()
        ? Map.of()
        : details.of(
            due.stream()
                .filter(task -> task.status() == TaskStatus.PENDING)
                .map(DueTask::id)
                .toList());
  }

  private Outcome outcome(DueTask task, Map<Long, TaskDetails.TaskDetail> undecided) {
    if (task.note() != null) {
      return json.readValue(task.note(), Outcome.class);
    }
    TaskDetails.TaskDetail detail = undecided.get(task.id());
    return detail == null ? Outcome.ORDINARY : decide(task, detail);
  }

  private Outcome decide(DueTask task, TaskDetails.TaskDetail detail) {
    Optional<OutcomeRule> decided = rules.decide(detail);
    decided.ifPresent(
        rule ->
            AfterCommit.run(
                () ->
                    decisions.note(
                        task.invocationId(), new Decisions.Decision(detail.instanceId(), rule))));
    return decided.map(OutcomeRule::result).orElse(Outcome.ORDINARY);
  }

  private TaskChange step(DueTask task, Outcome outcome, Instant now) {
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
    // No time passes in between, so nobody could see the task run.
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

  private String note(Outcome outcome) {
    return json.writeValueAsString(outcome);
  }
}
