package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.invocation.TaskDetail;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a rule matches; a null or empty field matches every task.
 *
 * @param command the command's id or name
 * @param content a pattern to find in the script with its parameters filled in
 * @param instance the instance's id
 * @param parameters custom parameters and their values
 * @param nth the 1-based ordinal among the tasks that match all of the above; any when null
 * @param probability the probability of a match among those, from 0 to 1
 * @param seed the seed of the random choice by probability; 0 when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskMatch(
    @Nullable String command,
    @Nullable ScriptPattern content,
    @Nullable String instance,
    @Nullable Map<String, String> parameters,
    @JsonAlias("run") @Nullable Long nth,
    @Nullable Double probability,
    @Nullable Long seed) {
  static final TaskMatch EVERY = new TaskMatch(null, null, null, null, null, null, null);

  /** Validates the fields. */
  public TaskMatch {
    parameters = parameters == null ? null : Map.copyOf(parameters);
    if (nth != null && nth < 1) {
      throw new IllegalArgumentException(
          "invalid value for `nth`: expected at least 1, got " + nth);
    }
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "invalid value for `probability`: expected 0 to 1, got " + probability);
    }
  }

  /** Returns whether a task matches, regardless of {@code nth} and {@code probability}. */
  boolean fits(TaskDetail task, FilledScripts scripts) {
    return (command == null
            || command.equals(task.commandId())
            || command.equals(task.commandName()))
        && (instance == null || instance.equals(task.instanceId()))
        && (parameters == null
            || scripts.values(task).entrySet().containsAll(parameters.entrySet()))
        && (content == null || content.isFoundIn(scripts.script(task)));
  }

  /**
   * Returns whether {@code nth} and {@code probability} select a matching task.
   *
   * @param number its 1-based ordinal among the matching tasks
   */
  boolean isFor(long number) {
    return (nth == null || nth == number) && (probability == null || random(number) < probability);
  }

  /** Returns the same value for the same seed and number, so that a test is repeatable. */
  private double random(long number) {
    long state = (seed == null ? 0 : seed) * 0x9E3779B97F4A7C15L + number;
    return new SplittableRandom(state).nextDouble();
  }
}
