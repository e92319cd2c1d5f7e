package io.tatemulator.execution.process;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script whose process has started.
 *
 * @param process the leader of its process group
 * @param file a file that exists until the script ends
 * @param input what the process reads; empty for nothing
 * @param failureMark what precedes the reason in the output when the script could not be started on
 *     the other side; null for none
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
record StartedScript(Process process, Path file, byte[] input, @Nullable String failureMark) {
  /** The exit code of a script that could not be started on the other side. */
  static final int NOT_STARTED = 126;

  /** Returns why it could not be started on the other side; empty if it was. */
  Optional<String> failure(int exitCode, String output) {
    String mark = failureMark;
    if (mark == null || exitCode != NOT_STARTED) {
      return Optional.empty();
    }
    // Not only at the beginning, since the command may have printed a banner or a warning.
    return output
        .lines()
        .filter(line -> line.startsWith(mark))
        .findFirst()
        .map(line -> line.substring(mark.length()).strip());
  }
}
