package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.support.AliasCheckingDeserializer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A rule that sets the outcome of matching tasks.
 *
 * @param match the tasks that it matches; every task when null
 * @param outcome the outcome of these tasks; the default one when null
 * @param passThrough whether these tasks are left to the executors of their instances, so that a
 *     later rule cannot match them; false when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeRule(
    @JsonDeserialize(using = AliasCheckingDeserializer.class) @Nullable TaskMatch match,
    @Nullable Outcome outcome,
    @Nullable Boolean passThrough) {
  /** Validates that a rule does not do both. */
  public OutcomeRule {
    if (Boolean.TRUE.equals(passThrough) && outcome != null) {
      throw new IllegalArgumentException(
          "specify only one of `outcome` and `passThrough`: a task that is passed through has the"
              + " outcome of its script");
    }
  }

  TaskMatch matching() {
    return Objects.requireNonNullElse(match, TaskMatch.EVERY);
  }

  boolean passesThrough() {
    return Boolean.TRUE.equals(passThrough);
  }

  Outcome result() {
    return Objects.requireNonNullElse(outcome, Outcome.DEFAULT);
  }
}
