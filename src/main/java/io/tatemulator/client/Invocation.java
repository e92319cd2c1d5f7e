package io.tatemulator.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a command.
 *
 * @param invocationId its id
 * @param commandId the id of the command
 * @param commandName the name of the command
 * @param status its current status
 * @param source what started it
 * @param startedAt when it started, on the emulator's clock
 * @param endedAt when the last task ended; null until then
 * @param tasks its tasks, in the order of the requested instances
 */
public record Invocation(
    String invocationId,
    String commandId,
    String commandName,
    Status status,
    Source source,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<InvocationTask> tasks) {
  /** A status, which follows from the statuses of the tasks. */
  public enum Status {
    /** No task has started. */
    PENDING,
    /** A task is running. */
    RUNNING,
    /** It is being cancelled. */
    CANCELLING,
    /** All tasks succeeded. */
    SUCCESS,
    /** All tasks timed out. */
    TIMEOUT,
    /** All tasks failed. */
    FAILED,
    /** All tasks were cancelled. */
    CANCELLED,
    /** Some tasks failed. */
    PARTIAL_FAILED,
    /** Some tasks were cancelled. */
    PARTIAL_CANCELLED
  }

  /** The origin of an invocation. */
  public enum Source {
    /** A request. */
    USER,
    /** A fire of an invoker. */
    INVOKER
  }
}
