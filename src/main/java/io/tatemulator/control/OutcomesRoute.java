package io.tatemulator.control;

import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.execution.simulated.OutcomeRules;
import java.util.List;
import java.util.Objects;
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

  private static final int MOST_RULES = 1_000;

  private final OutcomeRules rules;
  private final Standstill standstill;

  OutcomesRoute(OutcomeRules rules, Standstill standstill) {
    this.rules = rules;
    this.standstill = standstill;
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
    BadRequestException.unless(
        others.size() <= MOST_RULES && others.stream().allMatch(Objects::nonNull),
        "rules is a list of at most " + MOST_RULES + " rules");
    standstill.during(() -> rules.replace(others));
    return all();
  }

  @PostMapping
  Shown add(@RequestBody OutcomeRule rule) {
    standstill.during(
        () -> {
          BadRequestException.unless(
              rules.all().size() < MOST_RULES, "there are at most " + MOST_RULES + " rules");
          rules.add(rule);
        });
    return all();
  }

  @DeleteMapping
  Shown clear() {
    standstill.during(() -> rules.replace(List.of()));
    return all();
  }
}
