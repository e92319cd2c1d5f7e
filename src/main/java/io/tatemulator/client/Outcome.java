package io.tatemulator.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task; a null field keeps its default. The methods of {@link OutcomeRule} set the
 * fields.
 *
 * @param status the final status; SUCCESS when null, or FAILED with an exit code other than 0
 * @param exitCode the exit code; 0 when null, 1 with FAILED
 * @param output the output
 * @param errorInfo the reason why the task could not run
 * @param duration how long the script runs
 * @param delay how long the task is delivered before the script starts
 */
public record Outcome(
    @Nullable Status status,
    @Nullable Long exitCode,
    @Nullable String output,
    @Nullable String errorInfo,
    @Nullable Duration duration,
    @Nullable Duration delay) {
  /** A status that a rule can set. */
  public enum Status {
    /** The script ended with exit code 0. */
    SUCCESS,
    /** The script ended with another exit code. */
    FAILED,
    /** The script ran longer than the command's timeout and was killed. */
    TIMEOUT,
    /** The agent stopped responding. */
    TASK_TIMEOUT,
    /** The agent could not start the script. */
    START_FAILED,
    /** The task could not be delivered to the agent. */
    DELIVER_FAILED
  }

  static final Outcome DEFAULT = new Outcome(null, null, null, null, null, null);

  Outcome withStatus(Status newStatus) {
    return new Outcome(newStatus, exitCode, output, errorInfo, duration, delay);
  }

  Outcome withExitCode(long newExitCode) {
    return new Outcome(status, newExitCode, output, errorInfo, duration, delay);
  }

  Outcome withOutput(String newOutput) {
    return new Outcome(status, exitCode, newOutput, errorInfo, duration, delay);
  }

  Outcome withErrorInfo(String newErrorInfo) {
    return new Outcome(status, exitCode, output, newErrorInfo, duration, delay);
  }

  Outcome withDuration(Duration newDuration) {
    return new Outcome(status, exitCode, output, errorInfo, newDuration, delay);
  }

  Outcome withDelay(Duration newDelay) {
    return new Outcome(status, exitCode, output, errorInfo, duration, newDelay);
  }
}
