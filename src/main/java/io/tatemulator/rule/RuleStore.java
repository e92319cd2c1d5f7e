package io.tatemulator.rule;

import io.tatemulator.persistence.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the rules of one kind that users have written, in order and with the rest of the state;
 * the first rule selected for a case applies to it.
 *
 * @param <R> a rule, which JSON serialization does not change
 */
public final class RuleStore<R> {
  /** The maximum number of rules of one kind. */
  public static final int MAX_RULES = 1_000;

  /**
   * A rule with its counters.
   *
   * @param rule the rule
   * @param matched how many cases it matched, regardless of its number and chance
   * @param applied to how many cases it applied
   */
  public record RuleStats<R>(R rule, long matched, long applied) {
    private RuleStats<R> count(boolean applies) {
      return new RuleStats<>(rule, matched + 1, applies ? applied + 1 : applied);
    }
  }

  /** Selects the cases that a rule applies to among those that it matches. */
  public interface Selector<R> {
    /**
     * Returns whether the rule applies to a case that it matches.
     *
     * @param number the 1-based ordinal of the case among the matching ones
     */
    boolean appliesTo(R rule, long number);
  }

  private final RuleTable<R> table;
  private final Nodes nodes;
  private final TransactionOperations transaction;
  private volatile @Nullable List<RuleStats<R>> cache;
  private boolean invalidatesOnRollback;

  RuleStore(RuleTable<R> table, Nodes nodes, TransactionOperations transaction) {
    this.table = table;
    this.nodes = nodes;
    this.transaction = transaction;
  }

  /** Returns all rules. */
  public List<RuleStats<R>> all() {
    List<RuleStats<R>> rules = cached();
    return isCountedElsewhere(rules) ? load() : rules;
  }

  /** Returns all rules, perhaps without what other nodes have counted. */
  private List<RuleStats<R>> cached() {
    List<RuleStats<R>> rules = cache;
    return rules == null ? load() : rules;
  }

  /** Returns whether other nodes may have changed the counters, which they do without a pause. */
  private boolean isCountedElsewhere(List<RuleStats<R>> rules) {
    return nodes.areSeveral() && !rules.isEmpty();
  }

  /** Returns whether there is no rule. */
  public boolean isEmpty() {
    return cached().isEmpty();
  }

  /**
   * Replaces all rules and resets the counters.
   *
   * @throws IllegalArgumentException when there are too many, or one is too long
   */
  public synchronized void replace(List<R> rules) {
    save(rules.stream().map(rule -> new RuleStats<>(rule, 0, 0)).toList());
  }

  /**
   * Appends a rule.
   *
   * @throws IllegalArgumentException when there would be too many, or the rule is too long
   */
  public synchronized void add(R rule) {
    List<RuleStats<R>> rules = new ArrayList<>(all());
    rules.add(new RuleStats<>(rule, 0, 0));
    save(rules);
  }

  /** Drops the cached rules, after a change of the stored ones by another component. */
  public synchronized void invalidate() {
    cache = null;
  }

  /**
   * Validates that the stored rules are readable.
   *
   * @throws RuntimeException when they are not
   */
  public void check() {
    table.read();
  }

  /**
   * Returns the rules that apply to some cases, in order; each case counts for every rule that
   * matches it. A rollback of the transaction reverts the counters.
   */
  public synchronized <C> List<Optional<RuleStats<R>>> match(
      List<C> cases, BiPredicate<R, C> matcher, Selector<R> selector) {
    return transaction.execute(status -> matchInTransaction(cases, matcher, selector));
  }

  private <C> List<Optional<RuleStats<R>>> matchInTransaction(
      List<C> cases, BiPredicate<R, C> matcher, Selector<R> selector) {
    invalidateOnRollback();
    List<RuleStats<R>> rules = cached();
    List<RuleStats<R>> before = isCountedElsewhere(rules) ? table.lock(rules) : rules;
    List<RuleStats<R>> now = new ArrayList<>(before);
    List<Optional<RuleStats<R>>> matches = new ArrayList<>(cases.size());
    for (C item : cases) {
      matches.add(match(now, rule -> matcher.test(rule, item), selector));
    }
    table.count(before, now);
    cache = List.copyOf(now);
    return matches;
  }

  private static <R> Optional<RuleStats<R>> match(
      List<RuleStats<R>> rules, Predicate<R> matcher, Selector<R> selector) {
    RuleStats<R> selected = null;
    for (int i = 0; i < rules.size(); i++) {
      RuleStats<R> counted = rules.get(i);
      if (matcher.test(counted.rule())) {
        boolean applies =
            selected == null && selector.appliesTo(counted.rule(), counted.matched() + 1);
        rules.set(i, counted.count(applies));
        selected = applies ? rules.get(i) : selected;
      }
    }
    return Optional.ofNullable(selected);
  }

  private void invalidateOnRollback() {
    if (invalidatesOnRollback) {
      return;
    }
    invalidatesOnRollback = true;
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            invalidatesOnRollback = false;
            if (status != STATUS_COMMITTED) {
              invalidate();
            }
          }
        });
  }

  private synchronized List<RuleStats<R>> load() {
    List<RuleStats<R>> rules = table.read();
    cache = rules;
    return rules;
  }

  private void save(List<RuleStats<R>> rules) {
    if (rules.size() > MAX_RULES) {
      throw new IllegalArgumentException(
          "too many rules: expected at most " + MAX_RULES + ", got " + rules.size());
    }
    List<RuleRow> rows =
        rules.stream()
            .map(stats -> new RuleRow(table.write(stats.rule()), stats.matched(), stats.applied()))
            .toList();
    transaction.executeWithoutResult(status -> table.replace(rows));
    cache = List.copyOf(rules);
  }
}
