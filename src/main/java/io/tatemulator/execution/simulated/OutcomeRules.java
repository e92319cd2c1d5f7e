package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.TaskDetails.TaskDetail;
import io.tatemulator.storage.RuleBook;
import io.tatemulator.storage.RuleBooks;
import io.tatemulator.storage.RuleKeeper;
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

  /** The rule that decides a task; within the transaction that begins it. */
  Optional<OutcomeRule> decide(TaskDetail task) {
    return book()
        .decide(rule -> rule.matching().fits(task), (rule, number) -> rule.matching().isFor(number))
        .map(RuleBook.Counted::rule);
  }
}
