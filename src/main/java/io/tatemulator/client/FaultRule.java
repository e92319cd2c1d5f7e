package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A rule that injects a fault: into requests, or by taking agents offline. {@link Rules} creates
 * them.
 */
// A rule of the control API has either `fault` or `agentOffline`.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(RequestFault.class), @JsonSubTypes.Type(AgentOutage.class)})
public sealed interface FaultRule permits RequestFault, AgentOutage {}
