package io.tatemulator.fault;

import io.tatemulator.instance.AgentOutages;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.fault.FaultInjector;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.storage.RuleBook;
import io.tatemulator.storage.RuleBooks;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules by which things go wrong. */
@Component
public final class Faults implements FaultInjector, AgentOutages, Resettable, Snapshotable {
  private final RuleBook<FaultRule> book;
  private final ServiceModel model;
  private final Tenants tenants;
  private final Clock clock;

  Faults(RuleBooks books, ServiceModel model, Tenants tenants, Clock clock) {
    this.book = books.open("FAULT", FaultRule.class);
    this.model = model;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** The rules, to be read and written. */
  public RuleBook<FaultRule> book() {
    return book;
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
    if (book.isEmpty()) {
      return Optional.empty();
    }
    return tenants
        .within(
            () ->
                book.decide(
                    rule -> rule.fault() != null && rule.matching().fits(call),
                    (rule, number) -> rule.matching().isFor(number)))
        .map(counted -> counted.rule().fault());
  }

  @Override
  public boolean isOffline(long tenantId, String instanceId) {
    return !book.isEmpty()
        && book.all().stream()
            .map(RuleBook.Counted::rule)
            .anyMatch(rule -> isOffline(rule, tenantId, instanceId));
  }

  @Override
  public void check() {
    book.check();
  }

  @Override
  public void restored() {
    book.forget();
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      book.replace(List.of());
    }
  }

  private boolean isOffline(FaultRule rule, long tenantId, String instanceId) {
    FaultMatch match = rule.matching();
    return rule.agentOffline() != null
        && rule.agentOffline().hasBegun(clock.instant())
        && (match.instance() == null || match.instance().equals(instanceId))
        && match.fits(tenants.of(tenantId));
  }
}
