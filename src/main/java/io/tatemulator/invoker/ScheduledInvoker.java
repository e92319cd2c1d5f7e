package io.tatemulator.invoker;

import java.time.Instant;

/**
 * An invoker that will fire.
 *
 * @param number the number of its public identifier
 * @param schedule when it fires
 * @param dueAt the next time
 */
public record ScheduledInvoker(long number, Schedule schedule, Instant dueAt) {}
