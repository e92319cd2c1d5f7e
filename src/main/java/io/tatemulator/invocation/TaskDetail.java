package io.tatemulator.invocation;

/**
 * The command and the instance of a task.
 *
 * @param invocationId its invocation's id
 * @param instanceId the instance that it runs on
 * @param commandId the command's public identifier
 * @param commandName its name
 * @param parameters the custom parameters, which determine the script
 */
public record TaskDetail(
    long invocationId,
    String instanceId,
    String commandId,
    String commandName,
    RunParameters parameters) {}
