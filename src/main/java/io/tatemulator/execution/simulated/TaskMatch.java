package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.invocation.TaskDetail;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a rule is for; what is null or empty holds of every task.
 *
 * @param command the command's id or name
 * @param content what is found in the script, its parameters filled in
 * @param instance the instance's id
 * @param parameters custom parameters with their values
 * @param run the how-manieth of the tasks that fit all of the above, from 1
 * @param probability of those, the part that it is for, from 0 to 1
 * @param seed what the choice by probability follows from; 0 when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskMatch(
    @Nullable String command,
    @Nullable ScriptPattern content,
    @Nullable String instance,
    @Nullable Map<String, String> parameters,
    @Nullable Long run,
    @Nullable Double probability,
    @Nullable Long seed) {
  static final TaskMatch EVERY = new TaskMatch(null, null, null, null, null, null, null);

  /** Makes sure that it can hold of anything. */
  public TaskMatch {
    parameters = parameters == null ? null : Map.copyOf(parameters);
    if (run != null && run < 1) {
      throw new IllegalArgumentException("run counts from 1");
    }
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is from 0 to 1");
    }
  }

  /** Whether it is for a task, its number and chance aside. */
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
   * Whether it is for a task that fits.
   *
   * @param number the how-manieth of those
   */
  boolean isFor(long number) {
    return (run == null || run == number) && (probability == null || chance(number) < probability);
  }

  /** The same each time for the same seed and number, so that a test can be run again. */
  private double chance(long number) {
    long state = (seed == null ? 0 : seed) * 0x9E3779B97F4A7C15L + number;
    return new SplittableRandom(state).nextDouble();
  }
}
