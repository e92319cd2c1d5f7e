package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a simulated task; null fields keep their defaults.
 *
 * @param status its final status: SUCCESS, FAILED, TIMEOUT, TASK_TIMEOUT, START_FAILED or
 *     DELIVER_FAILED; SUCCESS when null, or FAILED with a non-zero exit code
 * @param exitCode its exit code; 0 when null, 1 with FAILED, -1 when it is killed
 * @param output its output, at most 100,000 characters
 * @param errorInfo the reason why it could not run
 * @param duration its run time; longer than the command's timeout ends TIMEOUT
 * @param delay the time before it starts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
    @Nullable TaskStatus status,
    @Nullable Long exitCode,
    @Nullable String output,
    @Nullable String errorInfo,
    @Nullable Duration duration,
    @Nullable Duration delay) {
  static final Outcome DEFAULT = new Outcome(null, null, null, null, null, null);

  private static final int MAX_OUTPUT = 100_000;
  private static final int MAX_ERROR_INFO = 4_000;
  private static final Duration MAX_DURATION = Duration.ofDays(3_650);
  private static final Set<TaskStatus> FINAL_STATUSES =
      EnumSet.of(
          TaskStatus.SUCCESS,
          TaskStatus.FAILED,
          TaskStatus.TIMEOUT,
          TaskStatus.TASK_TIMEOUT,
          TaskStatus.START_FAILED,
          TaskStatus.DELIVER_FAILED);

  /** Validates the fields. */
  public Outcome {
    require(
        status == null || FINAL_STATUSES.contains(status),
        "status",
        "one of " + FINAL_STATUSES,
        status);
    requireLength("output", output, MAX_OUTPUT);
    requireLength("errorInfo", errorInfo, MAX_ERROR_INFO);
    require(isInRange(duration), "duration", "PT0S to " + MAX_DURATION, duration);
    require(isInRange(delay), "delay", "PT0S to " + MAX_DURATION, delay);
  }

  /** Returns the status that the task ends with, unless it is killed before. */
  TaskStatus finalStatus() {
    if (status != null) {
      return status;
    }
    return exitCode == null || exitCode == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED;
  }

  /** Returns the result of a task that ends with a status. */
  TaskResult end(TaskStatus endStatus) {
    boolean killed = endStatus == TaskStatus.TIMEOUT || endStatus == TaskStatus.TERMINATED;
    long defaultExitCode = killed ? TaskResult.KILLED : endStatus == TaskStatus.FAILED ? 1 : 0;
    return new TaskResult(
        exitCode == null || killed ? defaultExitCode : exitCode,
        Objects.requireNonNullElse(output, "").getBytes(StandardCharsets.UTF_8),
        Objects.requireNonNullElse(errorInfo, ""));
  }

  Outcome lasting(Duration time) {
    return new Outcome(status, exitCode, output, errorInfo, time, delay);
  }

  /** Creates the outcome of a task that cannot be started. */
  static Outcome startFailed(String errorInfo) {
    return new Outcome(TaskStatus.START_FAILED, null, null, errorInfo, null, null);
  }

  Duration delayOrZero() {
    return Objects.requireNonNullElse(delay, Duration.ZERO);
  }

  private static boolean isInRange(@Nullable Duration duration) {
    return duration == null || (!duration.isNegative() && duration.compareTo(MAX_DURATION) <= 0);
  }

  private static void requireLength(String field, @Nullable String text, int max) {
    int length = text == null ? 0 : text.length();
    require(length <= max, field, "at most " + max + " characters", length);
  }

  private static void require(
      boolean condition, String field, String expected, @Nullable Object actual) {
    if (!condition) {
      throw new IllegalArgumentException(
          "invalid value for `" + field + "`: expected " + expected + ", got " + actual);
    }
  }
}
