package io.tatemulator.rule;

import io.tatemulator.rule.RuleStore.RuleStats;
import jakarta.persistence.EntityManager;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the rules of one kind, in the running transaction.
 *
 * @param <R> a rule, which JSON serialization does not change
 */
final class RuleTable<R> {
  private static final int MAX_LENGTH = 1_048_576;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String kind;
  private final Class<R> type;
  private final RuleRepository rows;
  private final EntityManager entities;

  RuleTable(String kind, Class<R> type, RuleRepository rows, EntityManager entities) {
    this.kind = kind;
    this.type = type;
    this.rows = rows;
    this.entities = entities;
  }

  /**
   * Returns the rules in order.
   *
   * @throws RuntimeException when one is not readable
   */
  List<RuleStats<R>> read() {
    return rows.findAll(kind).stream()
        .map(row -> new RuleStats<>(JSON.readValue(row.rule(), type), row.matched(), row.applied()))
        .toList();
  }

  /**
   * Returns a rule as it is stored.
   *
   * @throws IllegalArgumentException when it is too long
   */
  String write(R rule) {
    String json = JSON.writeValueAsString(rule);
    if (json.length() > MAX_LENGTH) {
      // The error of the database would quote it.
      throw new IllegalArgumentException(
          "a rule is too long: expected at most " + MAX_LENGTH + " characters as JSON");
    }
    return json;
  }

  /** Replaces all rules. */
  void replace(List<RuleRow> rules) {
    rows.deleteAll(kind);
    for (int place = 0; place < rules.size(); place++) {
      RuleRow rule = rules.get(place);
      entities.persist(
          new RuleEntity(
              new RuleEntity.Key(kind, place), rule.rule(), rule.matched(), rule.applied()));
    }
  }

  /** Adds the differences between counters: one statement for each rule that has matched. */
  void count(List<RuleStats<R>> before, List<RuleStats<R>> now) {
    for (int place = 0; place < now.size(); place++) {
      long matched = now.get(place).matched() - before.get(place).matched();
      if (matched > 0) {
        rows.count(kind, place, matched, now.get(place).applied() - before.get(place).applied());
      }
    }
  }
}
