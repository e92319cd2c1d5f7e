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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeRule(
    @JsonDeserialize(using = AliasCheckingDeserializer.class) @Nullable TaskMatch match,
    @Nullable Outcome outcome) {
  TaskMatch matching() {
    return Objects.requireNonNullElse(match, TaskMatch.EVERY);
  }

  Outcome result() {
    return Objects.requireNonNullElse(outcome, Outcome.DEFAULT);
  }
}
