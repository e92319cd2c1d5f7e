package io.tatemulator.invocation;

import org.jspecify.annotations.Nullable;

/**
 * The result of a script.
 *
 * @param exitCode its exit code; 0 while it has none
 * @param output its output; the first 24,576 bytes are stored
 * @param dropped how many bytes came after those of {@code output}
 * @param errorInfo the reason why it could not run, which may quote output; empty for none. Without
 *     U+0000, which no text of PostgreSQL can have
 * @param cosError the reason why its output is not in COS; empty if it is there, null if it was not
 *     to be
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
public record TaskResult(
    long exitCode, byte[] output, long dropped, String errorInfo, @Nullable String cosError) {
  /** The exit code of a script that was killed. */
  public static final long KILLED = -1;

  /** The result of a task without one, or without one yet. */
  public static final TaskResult NOTHING = of(0);

  /** Removes each U+0000 of the reason. */
  public TaskResult {
    errorInfo = errorInfo.replace("\0", "");
  }

  /** Creates a result whose output is complete. */
  public TaskResult(long exitCode, byte[] output, String errorInfo) {
    this(exitCode, output, 0, errorInfo, null);
  }

  /** Creates a result with only an exit code. */
  public static TaskResult of(long exitCode) {
    return new TaskResult(exitCode, new byte[0], "");
  }
}
