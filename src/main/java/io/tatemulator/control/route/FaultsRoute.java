package io.tatemulator.control.route;

import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.fault.FaultRule;
import io.tatemulator.fault.Faults;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes the rules for faults. */
@RestController
@RequestMapping("/_tat/faults")
class FaultsRoute extends RulesRoute<FaultRule> {
  private final Faults faults;

  FaultsRoute(Faults faults, ExclusiveExecution exclusive) {
    super(faults.store(), exclusive);
    this.faults = faults;
  }

  @Override
  void check(FaultRule rule) {
    faults.check(rule);
  }
}
