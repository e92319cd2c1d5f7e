package io.tatemulator.control.route;

import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.execution.simulated.OutcomeRules;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes the rules for the outcomes of simulated tasks. */
@RestController
@RequestMapping("/_tat/outcomes")
class OutcomesRoute extends RulesRoute<OutcomeRule> {
  OutcomesRoute(OutcomeRules rules, ExclusiveExecution exclusive) {
    super(rules.store(), exclusive);
  }

  @Override
  void check(OutcomeRule rule) {
    // The constructors of a rule validate it.
  }
}
