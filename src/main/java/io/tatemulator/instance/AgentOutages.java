package io.tatemulator.instance;

/** Knows of agents that do not answer, whatever is declared of their instances. */
public interface AgentOutages {
  /** Whether the agent of an instance is offline now. */
  boolean isOffline(long tenantId, String instanceId);
}
