package io.tatemulator.instance;

import java.time.Instant;
import java.util.function.Predicate;

/** Finds agents that do not respond, regardless of what their instances declare. */
public interface AgentOutages {
  /**
   * Returns a predicate that matches the instances of a tenant whose agents are offline at a time.
   *
   * @return the predicate, which takes an instance's public identifier
   */
  Predicate<String> offline(long tenantId, Instant at);
}
