package io.tatemulator.invocation;

/**
 * What a task is to run, and where.
 *
 * @param invocationId its invocation's number
 * @param instanceId where
 * @param commandId the command's public identifier
 * @param commandName its name
 * @param parameters the custom parameters, from which the script follows
 */
public record TaskDetail(
    long invocationId,
    String instanceId,
    String commandId,
    String commandName,
    RunParameters parameters) {}
