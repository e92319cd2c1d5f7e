package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.TaskDetails.TaskDetail;
import io.tatemulator.storage.RuleBook;
import io.tatemulator.storage.RuleBooks;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules by which simulated tasks end. */
@Component
public final class OutcomeRules implements Resettable, Snapshotable {
  private final RuleBook<OutcomeRule> book;

  OutcomeRules(RuleBooks books) {
    this.book = books.open("OUTCOME", OutcomeRule.class);
  }

  /** The rules, to be read and written. */
  public RuleBook<OutcomeRule> book() {
    return book;
  }

  @Override
  public void check() {
    book.check();
  }

  @Override
  public void restored() {
    book.forget();
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      book.replace(List.of());
    }
  }

  boolean isEmpty() {
    return book.isEmpty();
  }

  /** The rule that decides a task; within the transaction that begins it. */
  Optional<OutcomeRule> decide(TaskDetail task) {
    return book.decide(
            rule -> rule.matching().fits(task), (rule, number) -> rule.matching().isFor(number))
        .map(RuleBook.Counted::rule);
  }
}
