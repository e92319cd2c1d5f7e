package io.tatemulator.execution.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script whose process has started.
 *
 * @param process the leader of its process group
 * @param file a file that exists until the script ends
 * @param input what the process reads; empty for nothing
 * @param failureMark what begins the output when the script could not be started on the other side;
 *     null for none
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
record StartedScript(Process process, Path file, byte[] input, @Nullable String failureMark) {}
