package io.tatemulator.instance;

import java.util.function.Predicate;

/** Knows of agents that do not answer, whatever is declared of their instances. */
public interface AgentOutages {
  /**
   * The instances of a tenant whose agents are offline now.
   *
   * @return whether the instance with a public identifier is one of them
   */
  Predicate<String> offline(long tenantId);
}
