package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.TaskDetail;
import io.tatemulator.storage.RuleBook;
import io.tatemulator.storage.RuleBooks;
import io.tatemulator.storage.RuleKeeper;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules by which simulated tasks end. */
@Component
public final class OutcomeRules extends RuleKeeper<OutcomeRule> {
  OutcomeRules(RuleBooks books) {
    super(books.open("OUTCOME", OutcomeRule.class));
  }

  boolean isEmpty() {
    return book().isEmpty();
  }

  /** The rules that decide some tasks, in order; within the transaction that begins them. */
  List<Optional<OutcomeRule>> decide(List<TaskDetail> tasks, FilledScripts scripts) {
    return book()
        .decide(
            tasks,
            (rule, task) -> rule.matching().fits(task, scripts),
            (rule, number) -> rule.matching().isFor(number))
        .stream()
        .map(decided -> decided.map(RuleBook.Counted::rule))
        .toList();
  }
}
