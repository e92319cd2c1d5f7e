package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.support.AliasCheckingDeserializer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A fault and what it applies to.
 *
 * @param match the requests or agents that it applies to; null matches all
 * @param fault the fault of the matching requests
 * @param agentOffline the outage of the matching agents, in place of {@code fault}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRule(
    @JsonDeserialize(using = AliasCheckingDeserializer.class) @Nullable FaultMatch match,
    @JsonDeserialize(using = AliasCheckingDeserializer.class) @Nullable InjectedFault fault,
    @Nullable Outage agentOffline) {
  /** Validates that the fields are consistent. */
  public FaultRule {
    FaultMatch condition = Objects.requireNonNullElse(match, FaultMatch.ALL);
    if ((fault == null) == (agentOffline == null)) {
      throw new IllegalArgumentException("specify exactly one of `fault` and `agentOffline`");
    }
    if (InjectedFault.NONE.equals(fault)) {
      throw new IllegalArgumentException(
          "`fault` is empty: expected latency, code, status or response");
    }
    if (agentOffline != null && (condition.action() != null || condition.times() != null)) {
      throw new IllegalArgumentException(
          "`agentOffline` cannot be combined with `action` or `times`");
    }
    if (agentOffline == null && condition.instance() != null) {
      throw new IllegalArgumentException("`instance` requires `agentOffline`");
    }
  }

  FaultMatch condition() {
    return Objects.requireNonNullElse(match, FaultMatch.ALL);
  }
}
