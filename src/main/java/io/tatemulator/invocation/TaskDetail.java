package io.tatemulator.invocation;

/**
 * The command and the instance of a task.
 *
 * @param invocationId its invocation's id
 * @param instanceId the instance that it runs on
 * @param commandId the command's public identifier
 * @param commandName its name
 * @param username the user that runs the script
 * @param outputPath the path of its output in the command's bucket of COS
 * @param parameters the custom parameters, which determine the script
 */
public record TaskDetail(
    long invocationId,
    String instanceId,
    String commandId,
    String commandName,
    String username,
    String outputPath,
    RunParameters parameters) {}
