package io.tatemulator.invocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that is due for its next step.
 *
 * @param id the task's id
 * @param tenantId its tenant's id
 * @param invocationId its invocation's id
 * @param instanceId the instance that it runs on
 * @param status its current status
 * @param dueAt when its next step is due; null for none
 * @param startedAt when it started; null before
 * @param timeout the maximum run time of its command
 * @param parametrized whether its command takes custom parameters
 * @param executor the name of the executor that started it; null before
 * @param executorState the executor's own state for this task; null for none
 */
public record DueTask(
    long id,
    long tenantId,
    long invocationId,
    String instanceId,
    TaskStatus status,
    @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    Duration timeout,
    boolean parametrized,
    @Nullable String executor,
    @Nullable String executorState) {
  /** Creates one whose timeout is given in seconds. */
  DueTask(
      long id,
      long tenantId,
      long invocationId,
      String instanceId,
      TaskStatus status,
      @Nullable Instant dueAt,
      @Nullable Instant startedAt,
      long timeoutSeconds,
      boolean parametrized,
      @Nullable String executor,
      @Nullable String executorState) {
    this(
        id,
        tenantId,
        invocationId,
        instanceId,
        status,
        dueAt,
        startedAt,
        Duration.ofSeconds(timeoutSeconds),
        parametrized,
        executor,
        executorState);
  }
}
