package io.tatemulator.invocation;

/**
 * What a script leaves behind.
 *
 * @param exitCode its exit code; 0 while it has none
 * @param output what it printed; the first 24,576 bytes are kept
 * @param errorInfo why it could not run; empty when there is nothing to say
 */
// Handed on once and never compared, so an array is as good as a copy.
@SuppressWarnings("ArrayRecordComponent")
public record TaskEnd(long exitCode, byte[] output, String errorInfo) {
  /** Nothing, or nothing yet. */
  public static final TaskEnd NOTHING = of(0);

  /** An exit code alone. */
  public static TaskEnd of(long exitCode) {
    return new TaskEnd(exitCode, new byte[0], "");
  }
}
