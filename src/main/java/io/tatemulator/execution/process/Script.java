package io.tatemulator.execution.process;

import io.tatemulator.command.CommandType;
import java.time.Duration;
import java.util.List;

/**
 * A script that is to run.
 *
 * @param name the task's public identifier, which names the script's file
 * @param type the interpreter
 * @param content the script with its parameters filled in
 * @param username the user that runs it
 * @param directory its working directory
 * @param timeout how long it may run
 * @param instanceId the instance that it runs on
 * @param bucketUrl the bucket of COS that gets its output; empty for none
 * @param outputPath the path there
 * @param exec the arguments that run before its interpreter; empty to run it on this host
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
record Script(
    String name,
    CommandType type,
    byte[] content,
    String username,
    String directory,
    Duration timeout,
    String instanceId,
    String bucketUrl,
    String outputPath,
    List<String> exec) {
  /** Returns the fields that may be logged. */
  @Override
  public String toString() {
    return "Script[" + name + "]";
  }
}
