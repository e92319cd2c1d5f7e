package io.tatemulator.invoker;

import java.time.Instant;

/**
 * An invoker with a next fire.
 *
 * @param number the number of its public identifier
 * @param schedule its schedule
 * @param dueAt the instant of the next fire
 */
public record ScheduledInvoker(long number, Schedule schedule, Instant dueAt) {}
