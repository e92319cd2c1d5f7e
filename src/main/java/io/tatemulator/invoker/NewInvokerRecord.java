package io.tatemulator.invoker;

import java.time.Instant;

/**
 * A record of a fire to insert.
 *
 * @param id its id, from {@link io.tatemulator.persistence.IdGenerator}
 * @param invoker the invoker that fires
 * @param invocationNumber the number of the invocation's public identifier
 * @param firedAt the actual time of the fire
 */
public record NewInvokerRecord(
    long id, DueInvoker invoker, long invocationNumber, Instant firedAt) {}
