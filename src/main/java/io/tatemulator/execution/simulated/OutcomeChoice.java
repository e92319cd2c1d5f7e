package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.storage.AfterCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Chooses the outcome of each task as it begins, and remembers it from then on. */
@Component
final class OutcomeChoice {
  private final TaskDetails details;
  private final OutcomeRules rules;
  private final Decisions decisions;
  private final JsonMapper json = JsonMapper.builder().build();

  OutcomeChoice(TaskDetails details, OutcomeRules rules, Decisions decisions) {
    this.details = details;
    this.rules = rules;
    this.decisions = decisions;
  }

  /** The outcomes of some tasks, in order; within the transaction that moves them on. */
  List<Outcome> of(List<DueTask> tasks) {
    Map<Long, Outcome> decided = decide(tasks);
    return tasks.stream()
        .map(
            task ->
                task.note() == null
                    ? decided.getOrDefault(task.id(), Outcome.ORDINARY)
                    : json.readValue(task.note(), Outcome.class))
        .toList();
  }

  private Map<Long, Outcome> decide(List<DueTask> tasks) {
    boolean ruled = !rules.isEmpty();
    List<DueTask> undecided =
        tasks.stream()
            .filter(task -> task.status() == TaskStatus.PENDING && task.note() == null)
            .filter(task -> ruled || task.parametrized())
            .toList();
    Map<Long, Outcome> decided = new HashMap<>();
    if (undecided.isEmpty()) {
      return decided;
    }
    FilledScripts scripts = new FilledScripts();
    Map<Long, TaskDetail> known = details.of(undecided.stream().map(DueTask::id).toList());
    List<DueTask> candidates = new ArrayList<>(undecided.size());
    for (DueTask task : undecided) {
      TaskDetail detail = known.get(task.id());
      if (detail != null && scripts.canBeFilled(detail)) {
        candidates.add(task);
      } else if (detail != null) {
        decided.put(task.id(), Outcome.startFailed(RunParameters.TOO_LARGE));
      }
    }
    if (ruled) {
      decideByRules(candidates, known, scripts, decided);
    }
    return decided;
  }

  private void decideByRules(
      List<DueTask> tasks,
      Map<Long, TaskDetail> known,
      FilledScripts scripts,
      Map<Long, Outcome> decided) {
    List<TaskDetail> asked = tasks.stream().map(task -> known.get(task.id())).toList();
    List<Optional<OutcomeRule>> found = rules.decide(asked, scripts);
    Map<DueTask, Decisions.Decision> made = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (found.get(i).isPresent()) {
        OutcomeRule rule = found.get(i).get();
        decided.put(tasks.get(i).id(), rule.result());
        made.put(tasks.get(i), new Decisions.Decision(asked.get(i).instanceId(), rule));
      }
    }
    AfterCommit.run(
        () -> made.forEach((task, decision) -> decisions.note(task.invocationId(), decision)));
  }
}
