package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.protocol.fault.InjectedFault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and with what.
 *
 * @param match with what; with every call when null
 * @param fault what goes wrong with calls
 * @param agentOffline the agent of an instance goes offline, in place of {@code fault}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRule(
    @Nullable FaultMatch match, @Nullable InjectedFault fault, @Nullable Outage agentOffline) {
  /** Makes sure that it can come about. */
  public FaultRule {
    FaultMatch of = Objects.requireNonNullElse(match, FaultMatch.ALL);
    if ((fault == null) == (agentOffline == null)) {
      throw new IllegalArgumentException("it is either fault, for calls, or agentOffline");
    }
    if (InjectedFault.NONE.equals(fault)) {
      throw new IllegalArgumentException("fault says what goes wrong");
    }
    if (agentOffline != null && (of.action() != null || of.calls() != null)) {
      throw new IllegalArgumentException("agentOffline knows neither action nor calls");
    }
    if (agentOffline == null && of.instance() != null) {
      throw new IllegalArgumentException("instance goes with agentOffline");
    }
  }

  FaultMatch matching() {
    return Objects.requireNonNullElse(match, FaultMatch.ALL);
  }
}
