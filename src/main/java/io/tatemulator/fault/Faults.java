package io.tatemulator.fault;

import io.tatemulator.instance.AgentOutages;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.fault.FaultInjector;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.storage.RuleBook;
import io.tatemulator.storage.RuleBooks;
import io.tatemulator.storage.RuleKeeper;
import io.tatemulator.storage.Tenants;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules by which things go wrong. */
@Component
public final class Faults extends RuleKeeper<FaultRule> implements FaultInjector, AgentOutages {
  private final ServiceModel model;
  private final Tenants tenants;
  private final Clock clock;

  Faults(RuleBooks books, ServiceModel model, Tenants tenants, Clock clock) {
    super(books.open("FAULT", FaultRule.class));
    this.model = model;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Makes sure that the API has what a rule names.
   *
   * @throws IllegalArgumentException when it does not
   */
  public void check(FaultRule rule) {
    String action = rule.matching().action();
    if (action != null && !model.actions().contains(action)) {
      throw new IllegalArgumentException(model.service() + " has no action " + action);
    }
    InjectedFault fault = rule.fault();
    if (fault != null && fault.code() != null && !model.errorCodes().contains(fault.code())) {
      throw new IllegalArgumentException(model.service() + " has no error code " + fault.code());
    }
  }

  @Override
  public Optional<InjectedFault> next(ApiCall call) {
    if (book().isEmpty()) {
      return Optional.empty();
    }
    return tenants
        .within(
            () ->
                book()
                    .decide(
                        rule -> rule.fault() != null && rule.matching().fits(call),
                        (rule, number) -> rule.matching().isFor(number)))
        .map(counted -> counted.rule().fault());
  }

  @Override
  public boolean isOffline(long tenantId, String instanceId) {
    return !book().isEmpty()
        && book().all().stream()
            .map(RuleBook.Counted::rule)
            .anyMatch(rule -> isOffline(rule, tenantId, instanceId));
  }

  private boolean isOffline(FaultRule rule, long tenantId, String instanceId) {
    FaultMatch match = rule.matching();
    return rule.agentOffline() != null
        && rule.agentOffline().hasBegun(clock.instant())
        && (match.instance() == null || match.instance().equals(instanceId))
        && match.fits(tenants.of(tenantId));
  }
}
