package io.tatemulator.invocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that an executor must look at now.
 *
 * @param id the task's number
 * @param invocationId its invocation's number
 * @param status how it stands
 * @param startedAt when it started; null before
 * @param timeout how long its command may run
 * @param parametrized whether its command takes custom parameters
 * @param note what the executor wanted to remember of it; null for nothing
 */
public record DueTask(
    long id,
    long invocationId,
    TaskStatus status,
    @Nullable Instant startedAt,
    Duration timeout,
    boolean parametrized,
    @Nullable String note) {}
