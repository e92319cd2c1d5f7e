package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.persistence.AfterCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses the outcome of each task when it starts; later steps read it from the task. */
@Component
final class OutcomeChoice {
  private final TaskDetails details;
  private final OutcomeRules rules;
  private final MatchedOutcomes matchedOutcomes;

  OutcomeChoice(TaskDetails details, OutcomeRules rules, MatchedOutcomes matchedOutcomes) {
    this.details = details;
    this.rules = rules;
    this.matchedOutcomes = matchedOutcomes;
  }

  /** Returns the outcomes of tasks, in order; in the transaction that applies their next steps. */
  List<Outcome> of(List<DueTask> tasks) {
    Map<Long, Outcome> outcomes = choose(tasks);
    return tasks.stream()
        .map(
            task ->
                task.executorState() == null
                    ? outcomes.getOrDefault(task.id(), Outcome.DEFAULT)
                    : OutcomeState.read(task.executorState()))
        .toList();
  }

  /** Returns the outcomes that rules set for new tasks, by id; in the same transaction. */
  Map<Long, Outcome> byRules(List<DueTask> tasks) {
    return rules.isEmpty() ? Map.of() : choose(tasks);
  }

  private Map<Long, Outcome> choose(List<DueTask> tasks) {
    boolean hasRules = !rules.isEmpty();
    List<DueTask> withoutOutcome =
        tasks.stream()
            .filter(task -> task.status() == TaskStatus.PENDING && task.executorState() == null)
            .filter(task -> hasRules || task.parametrized())
            .toList();
    Map<Long, Outcome> outcomes = new HashMap<>();
    if (withoutOutcome.isEmpty()) {
      return outcomes;
    }
    FilledScripts scripts = new FilledScripts();
    Map<Long, TaskDetail> detailsById =
        details.of(withoutOutcome.stream().map(DueTask::id).toList());
    List<DueTask> candidates = new ArrayList<>(withoutOutcome.size());
    for (DueTask task : withoutOutcome) {
      TaskDetail detail = detailsById.get(task.id());
      if (detail != null && scripts.canBeFilled(detail)) {
        candidates.add(task);
      } else if (detail != null) {
        outcomes.put(task.id(), Outcome.startFailed(RunParameters.TOO_LARGE));
      }
    }
    if (hasRules) {
      chooseByRules(candidates, detailsById, scripts, outcomes);
    }
    return outcomes;
  }

  private void chooseByRules(
      List<DueTask> tasks,
      Map<Long, TaskDetail> detailsById,
      FilledScripts scripts,
      Map<Long, Outcome> outcomes) {
    List<TaskDetail> taskDetails = tasks.stream().map(task -> detailsById.get(task.id())).toList();
    List<Optional<OutcomeRule>> matches = rules.decide(taskDetails, scripts);
    Map<DueTask, MatchedOutcomes.AppliedRule> decisions = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (matches.get(i).isPresent()) {
        OutcomeRule rule = matches.get(i).get();
        if (!rule.passesThrough()) {
          outcomes.put(tasks.get(i).id(), rule.result());
        }
        String instanceId = taskDetails.get(i).instanceId();
        decisions.put(tasks.get(i), new MatchedOutcomes.AppliedRule(instanceId, rule));
      }
    }
    AfterCommit.run(
        () ->
            decisions.forEach(
                (task, decision) -> matchedOutcomes.note(task.invocationId(), decision)));
  }
}
