package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.TaskDetails.TaskDetail;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The rules that tests have written, in order; the first that is for a task decides. */
@Component
@DependsOnDatabaseInitialization
public final class OutcomeRules implements Resettable {
  /**
   * A rule, and what it has met.
   *
   * @param rule the rule
   * @param seen how many tasks fitted it, its number and chance aside
   * @param hits how many it has decided
   */
  public record Counted(OutcomeRule rule, long seen, long hits) {
    private Counted met(boolean hit) {
      return new Counted(rule, seen + 1, hit ? hits + 1 : hits);
    }
  }

  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;
  private final JsonMapper json = JsonMapper.builder().build();
  private volatile @Nullable List<Counted> known;

  OutcomeRules(JdbcTemplate jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.known = load();
  }

  /** All rules. */
  public List<Counted> all() {
    List<Counted> rules = known;
    return rules == null ? reload() : rules;
  }

  /** Has other rules in place of all that there are; nothing has been met yet. */
  public synchronized void replace(List<OutcomeRule> others) {
    keep(others.stream().map(rule -> new Counted(rule, 0, 0)).toList());
  }

  /** Has one rule more, after all others. */
  public synchronized void add(OutcomeRule rule) {
    List<Counted> longer = new ArrayList<>(all());
    longer.add(new Counted(rule, 0, 0));
    keep(longer);
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      replace(List.of());
    }
  }

  boolean isEmpty() {
    return all().isEmpty();
  }

  /** What becomes of a task; within the transaction that begins it. */
  synchronized Outcome decide(TaskDetail task) {
    List<Counted> now = new ArrayList<>(all());
    Outcome decided = null;
    for (int i = 0; i < now.size(); i++) {
      Counted counted = now.get(i);
      if (counted.rule().matching().fits(task)) {
        boolean hit = decided == null && counted.rule().matching().isFor(counted.seen() + 1);
        now.set(i, counted.met(hit));
        jdbc.update(
            "update outcome_rule set seen = seen + 1, hits = hits + ? where place = ?",
            hit ? 1 : 0,
            i);
        decided = hit ? counted.rule().result() : decided;
      }
    }
    known = List.copyOf(now);
    return decided == null ? Outcome.ORDINARY : decided;
  }

  /** What was counted in a transaction that failed has not happened. */
  void recount() {
    known = null;
  }

  private synchronized List<Counted> reload() {
    List<Counted> rules = load();
    known = rules;
    return rules;
  }

  private List<Counted> load() {
    return List.copyOf(
        jdbc.query(
            "select rule, seen, hits from outcome_rule order by place",
            (row, number) ->
                new Counted(
                    json.readValue(row.getString(1), OutcomeRule.class),
                    row.getLong(2),
                    row.getLong(3))));
  }

  private void keep(List<Counted> wanted) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from outcome_rule");
          for (int i = 0; i < wanted.size(); i++) {
            Counted counted = wanted.get(i);
            jdbc.update(
                "insert into outcome_rule (place, rule, seen, hits) values (?, ?, ?, ?)",
                i,
                json.writeValueAsString(counted.rule()),
                counted.seen(),
                counted.hits());
          }
        });
    known = List.copyOf(wanted);
  }
}
