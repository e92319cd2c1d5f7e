package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of some tasks.
 *
 * @param match which
 * @param outcome what becomes of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeRule(@Nullable TaskMatch match, @Nullable Outcome outcome) {
  TaskMatch matching() {
    return Objects.requireNonNullElse(match, TaskMatch.EVERY);
  }

  Outcome result() {
    return Objects.requireNonNullElse(outcome, Outcome.ORDINARY);
  }
}
