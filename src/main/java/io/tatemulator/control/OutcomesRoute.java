package io.tatemulator.control;

import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.execution.simulated.OutcomeRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and writes the rules by which simulated tasks end. */
@RestController
@RequestMapping("/_tat/outcomes")
final class OutcomesRoute {
  /** All rules, in order, with what they have met. */
  record Shown(List<OutcomeRules.Counted> rules) {}

  /** All rules that there shall be, in order. */
  record Wanted(@Nullable List<OutcomeRule> rules) {}

  private final OutcomeRules rules;

  OutcomesRoute(OutcomeRules rules) {
    this.rules = rules;
  }

  @GetMapping
  Shown all() {
    return new Shown(rules.all());
  }

  @PutMapping
  Shown replace(@RequestBody Wanted wanted) {
    List<OutcomeRule> others = wanted.rules();
    if (others == null) {
      throw new BadRequestException("rules is a list of {match, outcome}");
    }
    rules.replace(others);
    return all();
  }

  @PostMapping
  Shown add(@RequestBody OutcomeRule rule) {
    rules.add(rule);
    return all();
  }

  @DeleteMapping
  Shown clear() {
    rules.replace(List.of());
    return all();
  }
}
