package io.tatemulator.invocation;

/**
 * The result of a script.
 *
 * @param exitCode its exit code; 0 while it has none
 * @param output its output; the first 24,576 bytes are stored
 * @param errorInfo the reason why it could not run; empty for none
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
public record TaskResult(long exitCode, byte[] output, String errorInfo) {
  /** The result of a task without one, or without one yet. */
  public static final TaskResult NOTHING = of(0);

  /** Creates a result with only an exit code. */
  public static TaskResult of(long exitCode) {
    return new TaskResult(exitCode, new byte[0], "");
  }
}
