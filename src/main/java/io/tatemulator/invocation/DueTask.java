package io.tatemulator.invocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that is due for its next step.
 *
 * @param id the task's id
 * @param invocationId its invocation's id
 * @param status its current status
 * @param startedAt when it started; null before
 * @param timeout the maximum run time of its command
 * @param parametrized whether its command takes custom parameters
 * @param note the executor's own state for this task; null for none
 */
public record DueTask(
    long id,
    long invocationId,
    TaskStatus status,
    @Nullable Instant startedAt,
    Duration timeout,
    boolean parametrized,
    @Nullable String note) {}
