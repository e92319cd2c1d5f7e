package io.tatemulator.client;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that takes agents offline until it is deleted; created by {@link Rules#agentOffline}. Each
 * method returns a changed copy.
 *
 * @param match the agents that it matches
 * @param agentOffline when they go offline
 */
public record AgentOutage(Match match, Outage agentOffline) implements FaultRule {
  /**
   * The agents that a rule matches; a null field matches every agent.
   *
   * @param account the account of the instance
   * @param region the region of the instance
   * @param instance the instance's id
   */
  public record Match(
      @Nullable String account, @Nullable String region, @Nullable String instance) {
    static final Match ALL = new Match(null, null, null);

    Match withAccount(String newAccount) {
      return new Match(newAccount, region, instance);
    }

    Match withRegion(String newRegion) {
      return new Match(account, newRegion, instance);
    }

    Match withInstance(String newInstance) {
      return new Match(account, region, newInstance);
    }
  }

  /**
   * The time of an outage.
   *
   * @param from its start on the emulator's clock; at once when null
   */
  public record Outage(@Nullable Instant from) {
    static final Outage NOW = new Outage(null);
  }

  /** Replaces a match of null, which the control API allows, by a match of all agents. */
  public AgentOutage {
    match = Objects.requireNonNullElse(match, Match.ALL);
  }

  /** Matches only agents of this account's instances. */
  public AgentOutage account(String account) {
    return new AgentOutage(match.withAccount(account), agentOffline);
  }

  /** Matches only agents in this region. */
  public AgentOutage region(String region) {
    return new AgentOutage(match.withRegion(region), agentOffline);
  }

  /** Matches only agents of this tenant's instances. */
  public AgentOutage tenant(Tenant tenant) {
    return account(tenant.account()).region(tenant.region());
  }

  /** Sets when the agents go offline, on the emulator's clock. */
  public AgentOutage from(Instant time) {
    return new AgentOutage(match, new Outage(time));
  }
}
