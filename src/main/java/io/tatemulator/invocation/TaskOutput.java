package io.tatemulator.invocation;

/**
 * What a task has printed.
 *
 * @param id the task's id
 * @param output the first 24,576 bytes
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
record TaskOutput(long id, byte[] output) {}
