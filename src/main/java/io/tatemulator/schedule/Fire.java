package io.tatemulator.schedule;

import java.time.Instant;

/**
 * An invoker has fired.
 *
 * @param invokerId its public identifier
 * @param dueAt the instant at which it was due
 * @param invocationId the public identifier of the invocation that it began
 */
public record Fire(String invokerId, Instant dueAt, String invocationId) {}
