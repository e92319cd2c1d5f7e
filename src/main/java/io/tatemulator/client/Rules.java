package io.tatemulator.client;

/**
 * Creates rules, to be imported statically:
 *
 * <pre>{@code
 * control.addOutcome(outcome().command("deploy").nth(2).exitCode(3));
 * control.addFault(fault("RunCommand").times(1).error("RequestLimitExceeded"));
 * control.addFault(agentOffline("ins-yx05ky8j").from(midnight));
 * }</pre>
 *
 * <p>Rules are immutable: each of their methods returns a changed copy.
 */
public final class Rules {
  private Rules() {}

  /** Returns a rule that matches every task and changes nothing yet. */
  public static OutcomeRule outcome() {
    return new OutcomeRule(TaskMatch.ALL, Outcome.DEFAULT, null);
  }

  /** Returns the start of a rule that injects a fault into every request. */
  public static FaultBuilder fault() {
    return new FaultBuilder(RequestFault.Match.ALL);
  }

  /** Returns the start of a rule that injects a fault into the requests of an action. */
  public static FaultBuilder fault(String action) {
    return new FaultBuilder(RequestFault.Match.ALL.withAction(action));
  }

  /** Returns a rule that takes the agents of all instances offline at once. */
  public static AgentOutage agentOffline() {
    return new AgentOutage(AgentOutage.Match.ALL, AgentOutage.Outage.NOW);
  }

  /** Returns a rule that takes the agent of an instance offline at once. */
  public static AgentOutage agentOffline(String instanceId) {
    return new AgentOutage(AgentOutage.Match.ALL.withInstance(instanceId), AgentOutage.Outage.NOW);
  }
}
