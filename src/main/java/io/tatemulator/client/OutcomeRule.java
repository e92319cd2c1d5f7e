package io.tatemulator.client;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that sets the outcome of the tasks that it matches; created by {@link Rules#outcome}. The
 * first rule that selects a task is applied to it. Each method returns a changed copy.
 *
 * @param match the tasks that it matches
 * @param outcome the outcome of these tasks; null if they are passed through
 * @param passThrough whether they are left to the executors of their instances; false when null
 */
public record OutcomeRule(
    TaskMatch match, @Nullable Outcome outcome, @Nullable Boolean passThrough) {
  /** Replaces null, which the control API allows, by a match of all tasks and no change. */
  public OutcomeRule {
    match = Objects.requireNonNullElse(match, TaskMatch.ALL);
    outcome = outcome == null && passThrough == null ? Outcome.DEFAULT : outcome;
  }

  /** Matches only tasks of the command with this id or name. */
  public OutcomeRule command(String idOrName) {
    return with(match.withCommand(idOrName));
  }

  /**
   * Matches only tasks whose script, with its parameters substituted, contains a match.
   *
   * @param regex an RE2 regular expression
   */
  public OutcomeRule content(String regex) {
    return with(match.withContent(regex));
  }

  /** Matches only tasks on this instance. */
  public OutcomeRule instance(String instanceId) {
    return with(match.withInstance(instanceId));
  }

  /** Matches only tasks with this custom parameter, besides those already named. */
  public OutcomeRule parameter(String name, String value) {
    return with(match.withParameters(Map.of(name, value)));
  }

  /** Matches only tasks with these custom parameters, besides those already named. */
  public OutcomeRule parameters(Map<String, String> parameters) {
    return with(match.withParameters(parameters));
  }

  /** Applies only to the n-th of the tasks that match, counted from 1. */
  public OutcomeRule nth(long nth) {
    return with(match.withNth(nth));
  }

  /** Applies only to this part, from 0 to 1, of the tasks that match. */
  public OutcomeRule probability(double probability) {
    return with(match.withProbability(probability, null));
  }

  /** Applies only to this part, from 0 to 1, of the tasks that match: the same for one seed. */
  public OutcomeRule probability(double probability, long seed) {
    return with(match.withProbability(probability, seed));
  }

  /** Sets the final status. */
  public OutcomeRule status(Outcome.Status status) {
    return with(current().withStatus(status));
  }

  /** Sets the exit code; the status is FAILED if it is not 0, unless the rule sets another. */
  public OutcomeRule exitCode(long exitCode) {
    return with(current().withExitCode(exitCode));
  }

  /** Sets the output, of at most 100,000 characters. */
  public OutcomeRule output(String output) {
    return with(current().withOutput(output));
  }

  /** Sets the reason why a task could not run. */
  public OutcomeRule errorInfo(String errorInfo) {
    return with(current().withErrorInfo(errorInfo));
  }

  /** Sets how long the script runs; a task that exceeds its command's timeout ends TIMEOUT. */
  public OutcomeRule duration(Duration duration) {
    return with(current().withDuration(duration));
  }

  /** Sets how long a task is delivered before its script starts. */
  public OutcomeRule delay(Duration delay) {
    return with(current().withDelay(delay));
  }

  /** Sets whether the tasks are left to the executors of their instances, without an outcome. */
  public OutcomeRule passThrough(boolean passThrough) {
    return new OutcomeRule(match, passThrough ? null : outcome, passThrough ? true : null);
  }

  private Outcome current() {
    return Objects.requireNonNullElse(outcome, Outcome.DEFAULT);
  }

  private OutcomeRule with(TaskMatch newMatch) {
    return new OutcomeRule(newMatch, outcome, passThrough);
  }

  private OutcomeRule with(Outcome newOutcome) {
    return new OutcomeRule(match, newOutcome, null);
  }
}
