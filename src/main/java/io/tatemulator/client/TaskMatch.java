package io.tatemulator.client;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that an outcome rule matches; a null field matches every task. The methods of {@link
 * OutcomeRule} set the fields.
 *
 * @param command the command's id or name
 * @param content a regular expression of which the script contains a match
 * @param instance the instance's id
 * @param parameters custom parameters, among others
 * @param nth the 1-based ordinal among the tasks that match all of the above
 * @param probability the selected part of these, from 0 to 1
 * @param seed the seed of the selection by probability; 0 when null
 */
public record TaskMatch(
    @Nullable String command,
    @Nullable String content,
    @Nullable String instance,
    @Nullable Map<String, String> parameters,
    @Nullable Long nth,
    @Nullable Double probability,
    @Nullable Long seed) {
  static final TaskMatch ALL = new TaskMatch(null, null, null, null, null, null, null);

  /** Copies the parameters. */
  public TaskMatch {
    parameters = parameters == null ? null : Map.copyOf(parameters);
  }

  TaskMatch withCommand(String newCommand) {
    return new TaskMatch(newCommand, content, instance, parameters, nth, probability, seed);
  }

  TaskMatch withContent(String newContent) {
    return new TaskMatch(command, newContent, instance, parameters, nth, probability, seed);
  }

  TaskMatch withInstance(String newInstance) {
    return new TaskMatch(command, content, newInstance, parameters, nth, probability, seed);
  }

  TaskMatch withParameters(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(parameters == null ? Map.of() : parameters);
    all.putAll(more);
    return new TaskMatch(command, content, instance, all, nth, probability, seed);
  }

  TaskMatch withNth(long newNth) {
    return new TaskMatch(command, content, instance, parameters, newNth, probability, seed);
  }

  TaskMatch withProbability(double newProbability, @Nullable Long newSeed) {
    return new TaskMatch(command, content, instance, parameters, nth, newProbability, newSeed);
  }
}
