package io.tatemulator.client;

import java.time.Instant;

/**
 * A fire of an invoker.
 *
 * @param invokerId the id of the invoker, which may have been deleted since
 * @param firedAt the time of the fire, on the emulator's clock
 * @param reason why it fired
 * @param result the current status of the invocation
 * @param invocationId the id of the invocation that it started
 */
public record InvokerRecord(
    String invokerId,
    Instant firedAt,
    String reason,
    Invocation.Status result,
    String invocationId) {}
