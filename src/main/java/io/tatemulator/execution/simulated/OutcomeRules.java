package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.rule.RuleStore;
import io.tatemulator.rule.RuleStoreComponent;
import io.tatemulator.rule.RuleStores;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules for the outcomes of simulated tasks. */
@Component
public final class OutcomeRules extends RuleStoreComponent<OutcomeRule> {
  OutcomeRules(RuleStores stores) {
    super(stores.open("OUTCOME", OutcomeRule.class));
  }

  boolean isEmpty() {
    return store().isEmpty();
  }

  /** Returns the rule that matches each task, in order; within the transaction that starts them. */
  List<Optional<OutcomeRule>> decide(List<TaskDetail> tasks, FilledScripts scripts) {
    return store()
        .match(
            tasks,
            (rule, task) -> rule.matching().fits(task, scripts),
            (rule, number) -> rule.matching().isFor(number))
        .stream()
        .map(match -> match.map(RuleStore.RuleStats::rule))
        .toList();
  }
}
