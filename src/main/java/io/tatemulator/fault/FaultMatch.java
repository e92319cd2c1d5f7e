package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.support.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The requests or agents that a fault applies to; a null field matches all.
 *
 * @param action the action's name
 * @param account the account of the request
 * @param region the region
 * @param times the number of matching requests that it applies to, the first ones, at least 1; null
 *     for all
 * @param instance the instance whose agent is offline; valid only with {@code agentOffline}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultMatch(
    @Nullable String action,
    @Nullable String account,
    @Nullable String region,
    @JsonAlias("calls") @Nullable Long times,
    @Nullable String instance) {
  static final FaultMatch ALL = new FaultMatch(null, null, null, null, null);

  /** Validates that the rule can match a request. */
  public FaultMatch {
    if (times != null && times < 1) {
      throw new IllegalArgumentException(
          "invalid value for `times`: expected at least 1, got " + times);
    }
  }

  boolean matches(RequestContext context) {
    return (action == null || action.equals(context.action())) && matches(context.tenant());
  }

  boolean matches(Tenant tenant) {
    return tenant.matches(account, region);
  }

  /** Returns whether it matches an instance of a matching tenant. */
  boolean matches(String instanceId) {
    return instance == null || instance.equals(instanceId);
  }

  boolean includes(long number) {
    return times == null || number <= times;
  }
}
