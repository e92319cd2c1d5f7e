package io.tatemulator.control;

import io.tatemulator.storage.RuleBook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Shows and writes a book of rules.
 *
 * @param <R> a rule
 */
abstract class RulesRoute<R> {
  /** All rules, in order, with what they have met. */
  record Shown<R>(List<RuleBook.Counted<R>> rules) {}

  /** All rules that there shall be, in order. */
  record Wanted<R>(@Nullable List<R> rules) {}

  private final RuleBook<R> book;
  private final Standstill standstill;

  RulesRoute(RuleBook<R> book, Standstill standstill) {
    this.book = book;
    this.standstill = standstill;
  }

  /**
   * Makes sure that a rule can be kept.
   *
   * @throws IllegalArgumentException saying why not
   */
  abstract void check(R rule);

  @GetMapping
  final Shown<R> all() {
    return new Shown<>(book.all());
  }

  @PutMapping
  final Shown<R> replace(@RequestBody Wanted<R> wanted) {
    List<R> others = wanted.rules();
    if (others == null || !others.stream().allMatch(Objects::nonNull)) {
      throw new BadRequestException("rules is a list of rules");
    }
    return write(() -> book.replace(others), others);
  }

  @PostMapping
  final Shown<R> add(@RequestBody R rule) {
    return write(() -> book.add(rule), List.of(rule));
  }

  @DeleteMapping
  final Shown<R> clear() {
    return write(() -> book.replace(List.of()), List.of());
  }

  private Shown<R> write(Runnable change, List<R> rules) {
    rules.forEach(this::check);
    standstill.during(change);
    return all();
  }
}
