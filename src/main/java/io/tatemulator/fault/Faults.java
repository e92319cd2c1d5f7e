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
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
                        List.of(call),
                        (rule, asked) -> rule.fault() != null && rule.matching().fits(asked),
                        (rule, number) -> rule.matching().isFor(number))
                    .get(0))
        .map(counted -> counted.rule().fault());
  }

  @Override
  public Predicate<String> offline(long tenantId) {
    Instant now = clock.instant();
    List<FaultMatch> begun =
        book().all().stream()
            .map(RuleBook.Counted::rule)
            .filter(rule -> rule.agentOffline() != null && rule.agentOffline().hasBegun(now))
            .map(FaultRule::matching)
            .toList();
    if (begun.isEmpty()) {
      return instanceId -> false;
    }
    Tenant tenant = tenants.of(tenantId);
    List<FaultMatch> ours = begun.stream().filter(match -> match.fits(tenant)).toList();
    return instanceId -> ours.stream().anyMatch(match -> match.fits(instanceId));
  }
}
