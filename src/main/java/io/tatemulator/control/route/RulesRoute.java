package io.tatemulator.control.route;

import io.tatemulator.control.BadRequestException;
import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.rule.RuleStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Reads and writes a store of rules.
 *
 * @param <R> a rule
 */
abstract class RulesRoute<R> {
  /** All rules, in order, with their counters. */
  record RuleList<R>(List<RuleStore.RuleStats<R>> rules) {}

  /** The new rules, in order, which replace the current ones. */
  record RuleListUpdate<R>(@Nullable List<R> rules) {}

  private final RuleStore<R> store;
  private final ExclusiveExecution exclusive;

  RulesRoute(RuleStore<R> store, ExclusiveExecution exclusive) {
    this.store = store;
    this.exclusive = exclusive;
  }

  /**
   * Validates a rule before it is stored.
   *
   * @throws IllegalArgumentException when it is invalid
   */
  abstract void check(R rule);

  @GetMapping
  final RuleList<R> all() {
    exclusive.awaitOtherNode();
    return new RuleList<>(store.all());
  }

  @PutMapping
  final RuleList<R> replace(@RequestBody RuleListUpdate<R> update) {
    List<R> rules = update.rules();
    if (rules == null || !rules.stream().allMatch(Objects::nonNull)) {
      throw new BadRequestException(
          "invalid value for `rules`: expected a list of rules, got null"
              + (rules == null ? "" : " in it"));
    }
    return write(() -> store.replace(rules), rules);
  }

  @PostMapping
  final RuleList<R> add(@RequestBody R rule) {
    return write(() -> store.add(rule), List.of(rule));
  }

  @DeleteMapping
  final RuleList<R> clear() {
    return write(() -> store.replace(List.of()), List.of());
  }

  private RuleList<R> write(Runnable change, List<R> rules) {
    rules.forEach(this::check);
    exclusive.run(change);
    return all();
  }
}
