package io.tatemulator.invoker;

import java.time.Instant;

/**
 * A fire that is being recorded.
 *
 * @param invoker what fires
 * @param invocationNumber what it begins
 * @param firedAt the trigger's true time
 */
public record NewInvokerRecord(DueInvoker invoker, long invocationNumber, Instant firedAt) {}
