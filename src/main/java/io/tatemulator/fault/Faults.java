package io.tatemulator.fault;

import io.tatemulator.instance.AgentOutages;
import io.tatemulator.persistence.Nodes;
import io.tatemulator.protocol.FaultInjector;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.Services;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.rule.RuleStore;
import io.tatemulator.rule.RuleStoreComponent;
import io.tatemulator.rule.RuleStores;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Stores the fault rules and injects their faults. */
@Component
public final class Faults extends RuleStoreComponent<FaultRule>
    implements FaultInjector, AgentOutages {
  private final Services services;
  private final Tenants tenants;
  private final RequestGate requests;
  private final Nodes nodes;

  Faults(RuleStores stores, Services services, Tenants tenants, RequestGate requests, Nodes nodes) {
    super(stores.open("FAULT", FaultRule.class));
    this.services = services;
    this.tenants = tenants;
    this.requests = requests;
    this.nodes = nodes;
  }

  /**
   * Validates that a service has the action and the error code of a rule.
   *
   * @throws IllegalArgumentException when none has
   */
  public void check(FaultRule rule) {
    String action = rule.condition().action();
    if (action != null && !services.haveAction(action)) {
      throw new IllegalArgumentException("no action " + action + " in " + services);
    }
    InjectedFault fault = rule.fault();
    if (fault != null && fault.code() != null && !services.haveErrorCode(fault.code())) {
      throw new IllegalArgumentException("no error code " + fault.code() + " in " + services);
    }
  }

  @Override
  public Optional<InjectedFault> next(RequestContext context) {
    nodes.awaitResumed();
    if (store().isEmpty()) {
      return Optional.empty();
    }
    return requests
        .runShared(
            () ->
                store()
                    .match(
                        List.of(context),
                        (rule, request) ->
                            rule.fault() != null && rule.condition().matches(request),
                        (rule, number) -> rule.condition().includes(number))
                    .get(0))
        .map(stats -> stats.rule().fault());
  }

  @Override
  public Predicate<String> offline(long tenantId, Instant at) {
    List<FaultMatch> active =
        store().all().stream()
            .map(RuleStore.RuleStats::rule)
            .filter(rule -> rule.agentOffline() != null && rule.agentOffline().isActive(at))
            .map(FaultRule::condition)
            .toList();
    if (active.isEmpty()) {
      return instanceId -> false;
    }
    Tenant tenant = tenants.of(tenantId);
    List<FaultMatch> tenantMatches =
        active.stream().filter(match -> match.matches(tenant)).toList();
    return instanceId -> tenantMatches.stream().anyMatch(match -> match.matches(instanceId));
  }
}
