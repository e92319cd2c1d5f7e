package io.tatemulator.control;

import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.execution.simulated.OutcomeRules;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and writes the rules by which simulated tasks end. */
@RestController
@RequestMapping("/_tat/outcomes")
class OutcomesRoute extends RulesRoute<OutcomeRule> {
  OutcomesRoute(OutcomeRules rules, Standstill standstill) {
    super(rules.book(), standstill);
  }

  @Override
  void check(OutcomeRule rule) {
    // A rule that can be read can come about.
  }
}
