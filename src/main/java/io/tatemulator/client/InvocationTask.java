package io.tatemulator.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of an invocation on one instance.
 *
 * @param taskId its id
 * @param instanceId the instance
 * @param status its current status
 * @param exitCode the exit code of the script; 0 until it ends, -1 when it was killed
 * @param output the output of the script, at most 24,576 bytes
 * @param dropped the number of bytes cut off the output
 * @param errorInfo the reason why it could not run; empty for none
 * @param startedAt when the script started, on the emulator's clock; null before
 * @param endedAt when it ended; null before
 */
public record InvocationTask(
    String taskId,
    String instanceId,
    Status status,
    long exitCode,
    String output,
    long dropped,
    String errorInfo,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /** A status of a task, by the cloud's name. */
  public enum Status {
    /** Not delivered yet. */
    PENDING,
    /** Delivery is in progress. */
    DELIVERING,
    /** Delivery is not possible at the moment. */
    DELIVER_DELAYED,
    /** Delivery failed. */
    DELIVER_FAILED,
    /** The agent could not start the script. */
    START_FAILED,
    /** The script is running. */
    RUNNING,
    /** Ended with exit code 0. */
    SUCCESS,
    /** Ended with another exit code. */
    FAILED,
    /** Ran longer than the command's timeout and was killed. */
    TIMEOUT,
    /** The agent stopped responding. */
    TASK_TIMEOUT,
    /** Is being cancelled. */
    CANCELLING,
    /** Cancelled before it started. */
    CANCELLED,
    /** Cancelled while it ran, and killed. */
    TERMINATED
  }
}
