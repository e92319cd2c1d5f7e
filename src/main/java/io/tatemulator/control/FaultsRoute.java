package io.tatemulator.control;

import io.tatemulator.fault.FaultRule;
import io.tatemulator.fault.Faults;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and writes the rules by which things go wrong. */
@RestController
@RequestMapping("/_tat/faults")
class FaultsRoute extends RulesRoute<FaultRule> {
  private final Faults faults;

  FaultsRoute(Faults faults, Standstill standstill) {
    super(faults.book(), standstill);
    this.faults = faults;
  }

  @Override
  void check(FaultRule rule) {
    faults.check(rule);
  }
}
