package io.tatemulator.rule;

import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import io.tatemulator.rule.RuleStore.RuleStats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
  private final BulkWriter writer;
  private final ConditionalUpdate counters;

  RuleTable(
      String kind,
      Class<R> type,
      RuleRepository rows,
      BulkWriter writer,
      ConditionalUpdates updates) {
    this.kind = kind;
    this.type = type;
    this.rows = rows;
    this.writer = writer;
    this.counters =
        updates.of(RuleEntity.class).add("matched", "applied").where("key.kind", "key.place");
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
   * Returns some rules as they are stored now and locks them until the running transaction has
   * ended.
   */
  List<RuleStats<R>> lock(List<RuleStats<R>> rules) {
    List<Integer> places = IntStream.range(0, rules.size()).boxed().toList();
    counters.run(places, place -> new Object[] {0L, 0L, kind, place});
    return read();
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
    List<RuleEntity> entities = new ArrayList<>(rules.size());
    for (RuleRow rule : rules) {
      RuleEntity.Key key = new RuleEntity.Key(kind, entities.size());
      entities.add(new RuleEntity(key, rule.rule(), rule.matched(), rule.applied()));
    }
    writer.insert(entities);
  }

  /** Adds the differences between counters in one batch. */
  void count(List<RuleStats<R>> before, List<RuleStats<R>> now) {
    List<Object[]> changed = new ArrayList<>();
    for (int place = 0; place < now.size(); place++) {
      long matched = now.get(place).matched() - before.get(place).matched();
      long applied = now.get(place).applied() - before.get(place).applied();
      if (matched > 0) {
        changed.add(new Object[] {matched, applied, kind, place});
      }
    }
    counters.run(changed, values -> values);
  }
}
