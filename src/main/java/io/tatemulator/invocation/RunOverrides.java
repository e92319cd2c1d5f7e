package io.tatemulator.invocation;

import io.tatemulator.command.CommandSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Overrides of a saved command for one run; a null field keeps the command's value. */
public record RunOverrides(
    @Nullable String username,
    @Nullable String workingDirectory,
    @Nullable Long timeout,
    @Nullable String outputCosBucketUrl,
    @Nullable String outputCosKeyPrefix) {

  /**
   * Returns the command with the overrides applied.
   *
   * @throws io.tatemulator.protocol.error.ApiException the error of the first broken rule
   */
  CommandSpec applyTo(CommandSpec saved) {
    return saved.withOverrides(
        Objects.requireNonNullElse(username, saved.username()),
        Objects.requireNonNullElse(workingDirectory, saved.workingDirectory()),
        timeout == null ? saved.timeoutSeconds() : timeout,
        Objects.requireNonNullElse(outputCosBucketUrl, saved.outputCosBucketUrl()),
        Objects.requireNonNullElse(outputCosKeyPrefix, saved.outputCosKeyPrefix()));
  }
}
