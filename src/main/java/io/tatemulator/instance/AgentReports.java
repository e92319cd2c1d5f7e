package io.tatemulator.instance;

import java.util.Collection;
import java.util.Map;

/** Finds what real agents have reported. */
public interface AgentReports {
  /**
   * Returns the reports of those of a tenant's instances whose agents have ever connected.
   *
   * @return the reports by the instance's public identifier
   */
  Map<String, AgentReport> of(long tenantId, Collection<String> instanceIds);
}
