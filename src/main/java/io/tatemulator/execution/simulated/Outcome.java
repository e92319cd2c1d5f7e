package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.invocation.TaskEnd;
import io.tatemulator.invocation.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task; what is null is as it would be without.
 *
 * @param status how it ends: SUCCESS, FAILED, TIMEOUT, TASK_TIMEOUT, START_FAILED or
 *     DELIVER_FAILED; SUCCESS when null, or FAILED with another exit code than 0
 * @param exitCode its exit code; 0 when null, 1 with FAILED, -1 when it is killed
 * @param output what it prints, at most 100,000 characters
 * @param errorInfo why it could not run
 * @param duration how long it runs; longer than the command's timeout ends TIMEOUT
 * @param delay how long it waits before it starts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
    @Nullable TaskStatus status,
    @Nullable Long exitCode,
    @Nullable String output,
    @Nullable String errorInfo,
    @Nullable Duration duration,
    @Nullable Duration delay) {
  static final Outcome ORDINARY = new Outcome(null, null, null, null, null, null);

  private static final int MOST_OUTPUT = 100_000;
  private static final int MOST_ERROR_INFO = 4_000;
  private static final Duration LONGEST = Duration.ofDays(3_650);
  private static final long KILLED = -1;
  private static final Set<TaskStatus> ENDS =
      EnumSet.of(
          TaskStatus.SUCCESS,
          TaskStatus.FAILED,
          TaskStatus.TIMEOUT,
          TaskStatus.TASK_TIMEOUT,
          TaskStatus.START_FAILED,
          TaskStatus.DELIVER_FAILED);

  /** Makes sure that it can come about. */
  public Outcome {
    require(status == null || ENDS.contains(status), "status is one of " + ENDS);
    require(
        output == null || output.length() <= MOST_OUTPUT,
        "output has at most " + MOST_OUTPUT + " characters");
    require(
        errorInfo == null || errorInfo.length() <= MOST_ERROR_INFO,
        "errorInfo has at most " + MOST_ERROR_INFO + " characters");
    require(isTime(duration), "duration is from PT0S to " + LONGEST);
    require(isTime(delay), "delay is from PT0S to " + LONGEST);
  }

  /** How it ends, unless it is killed before. */
  TaskStatus endsAs() {
    if (status != null) {
      return status;
    }
    return exitCode == null || exitCode == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED;
  }

  /** What its script leaves behind when it ends so. */
  TaskEnd end(TaskStatus as) {
    boolean killed = as == TaskStatus.TIMEOUT || as == TaskStatus.TERMINATED;
    long otherwise = killed ? KILLED : as == TaskStatus.FAILED ? 1 : 0;
    return new TaskEnd(
        exitCode == null || killed ? otherwise : exitCode,
        Objects.requireNonNullElse(output, "").getBytes(StandardCharsets.UTF_8),
        Objects.requireNonNullElse(errorInfo, ""));
  }

  Outcome lasting(Duration time) {
    return new Outcome(status, exitCode, output, errorInfo, time, delay);
  }

  /** That of a task which cannot be started. */
  static Outcome startFailed(String errorInfo) {
    return new Outcome(TaskStatus.START_FAILED, null, null, errorInfo, null, null);
  }

  Duration waits() {
    return Objects.requireNonNullElse(delay, Duration.ZERO);
  }

  private static boolean isTime(@Nullable Duration duration) {
    return duration == null || (!duration.isNegative() && duration.compareTo(LONGEST) <= 0);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
