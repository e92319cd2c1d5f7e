package io.tatemulator.time;

import java.time.Instant;

/**
 * A fire of an invoker.
 *
 * @param invokerId the public identifier of the invoker
 * @param dueAt the instant at which it was due
 * @param invocationId the public identifier of the invocation that it started
 */
public record Fire(String invokerId, Instant dueAt, String invocationId) {}
