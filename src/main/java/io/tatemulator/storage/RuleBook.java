package io.tatemulator.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules of one kind that users have written, in order and kept with the rest of the state; the
 * first that is for a case decides it.
 *
 * @param <R> a rule, which goes to JSON and back unchanged
 */
public final class RuleBook<R> {
  /** The most rules that a book holds. */
  public static final int MOST_RULES = 1_000;

  private static final int MOST_CHARACTERS = 1_048_576;

  /**
   * A rule, and what it has met.
   *
   * @param rule the rule
   * @param seen how many cases fitted it, its number and chance aside
   * @param hits how many it has decided
   */
  public record Counted<R>(R rule, long seen, long hits) {
    private Counted<R> met(boolean hit) {
      return new Counted<>(rule, seen + 1, hit ? hits + 1 : hits);
    }
  }

  /** Whether a rule is for one of the cases that fit it. */
  public interface Choice<R> {
    /**
     * Whether it is for this one.
     *
     * @param number the how-manieth that fits it, from 1
     */
    boolean isFor(R rule, long number);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String kind;
  private final Class<R> type;
  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;
  private volatile @Nullable List<Counted<R>> known;
  private boolean watched;

  RuleBook(String kind, Class<R> type, JdbcTemplate jdbc, TransactionOperations transaction) {
    this.kind = kind;
    this.type = type;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** All rules. */
  public List<Counted<R>> all() {
    List<Counted<R>> rules = known;
    return rules == null ? load() : rules;
  }

  /** Whether there is no rule. */
  public boolean isEmpty() {
    return all().isEmpty();
  }

  /**
   * Has other rules in place of all that there are; nothing has been met yet.
   *
   * @throws IllegalArgumentException when there are too many, or one is too long
   */
  public synchronized void replace(List<R> others) {
    keep(others.stream().map(rule -> new Counted<>(rule, 0, 0)).toList());
  }

  /**
   * Has one rule more, after all others.
   *
   * @throws IllegalArgumentException when there would be too many, or it is too long
   */
  public synchronized void add(R rule) {
    List<Counted<R>> longer = new ArrayList<>(all());
    longer.add(new Counted<>(rule, 0, 0));
    keep(longer);
  }

  /** Reads the rules anew, since somebody else has written them. */
  public synchronized void forget() {
    known = null;
  }

  /**
   * Makes sure that what somebody else has written can be read.
   *
   * @throws RuntimeException when it cannot
   */
  public void check() {
    read();
  }

  /**
   * The rules that decide some cases, in order; each case counts for every rule that it fits. What
   * is counted in a transaction that fails has not happened.
   */
  public synchronized <C> List<Optional<Counted<R>>> decide(
      List<C> cases, BiPredicate<R, C> fits, Choice<R> choice) {
    return transaction.execute(status -> decideTogether(cases, fits, choice));
  }

  private <C> List<Optional<Counted<R>>> decideTogether(
      List<C> cases, BiPredicate<R, C> fits, Choice<R> choice) {
    watch();
    List<Counted<R>> before = all();
    List<Counted<R>> now = new ArrayList<>(before);
    List<Optional<Counted<R>>> decided = new ArrayList<>(cases.size());
    for (C asked : cases) {
      decided.add(decide(now, rule -> fits.test(rule, asked), choice));
    }
    count(before, now);
    known = List.copyOf(now);
    return decided;
  }

  private static <R> Optional<Counted<R>> decide(
      List<Counted<R>> rules, Predicate<R> fits, Choice<R> choice) {
    Counted<R> decided = null;
    for (int i = 0; i < rules.size(); i++) {
      Counted<R> counted = rules.get(i);
      if (fits.test(counted.rule())) {
        boolean hit = decided == null && choice.isFor(counted.rule(), counted.seen() + 1);
        rules.set(i, counted.met(hit));
        decided = hit ? rules.get(i) : decided;
      }
    }
    return Optional.ofNullable(decided);
  }

  /** One statement for all that has been decided together. */
  private void count(List<Counted<R>> before, List<Counted<R>> now) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      long seen = now.get(i).seen() - before.get(i).seen();
      if (seen > 0) {
        rows.add(new Object[] {seen, now.get(i).hits() - before.get(i).hits(), kind, i});
      }
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "update rule_book set seen = seen + ?, hits = hits + ? where kind = ? and place = ?",
          rows);
    }
  }

  private void watch() {
    if (watched) {
      return;
    }
    watched = true;
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            watched = false;
            if (status != STATUS_COMMITTED) {
              forget();
            }
          }
        });
  }

  private synchronized List<Counted<R>> load() {
    List<Counted<R>> rules = read();
    known = rules;
    return rules;
  }

  private List<Counted<R>> read() {
    return List.copyOf(
        jdbc.query(
            "select rule, seen, hits from rule_book where kind = ? order by place",
            (row, number) ->
                new Counted<>(
                    JSON.readValue(row.getString(1), type), row.getLong(2), row.getLong(3)),
            kind));
  }

  private void keep(List<Counted<R>> wanted) {
    if (wanted.size() > MOST_RULES) {
      throw new IllegalArgumentException("there are at most " + MOST_RULES + " rules");
    }
    List<Object[]> rows = new ArrayList<>(wanted.size());
    for (Counted<R> counted : wanted) {
      String rule = JSON.writeValueAsString(counted.rule());
      if (rule.length() > MOST_CHARACTERS) {
        // The database would refuse it with a message that quotes it.
        throw new IllegalArgumentException(
            "a rule has at most " + MOST_CHARACTERS + " characters when it is written as JSON");
      }
      rows.add(new Object[] {kind, rows.size(), rule, counted.seen(), counted.hits()});
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from rule_book where kind = ?", kind);
          jdbc.batchUpdate(
              "insert into rule_book (kind, place, rule, seen, hits) values (?, ?, ?, ?, ?)", rows);
        });
    known = List.copyOf(wanted);
  }
}
