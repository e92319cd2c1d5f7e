package io.tatemulator.invocation;

import io.tatemulator.command.CommandSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one run changes of a saved command; what is null stays as the command has it. */
public record RunVariant(
    @Nullable String username,
    @Nullable String workingDirectory,
    @Nullable Long timeout,
    @Nullable String outputCosBucketUrl,
    @Nullable String outputCosKeyPrefix) {

  /**
   * The command as it runs this time.
   *
   * @throws io.tatemulator.protocol.error.ApiException the error of the first rule that it breaks
   */
  CommandSpec of(CommandSpec saved) {
    return saved.withRun(
        Objects.requireNonNullElse(username, saved.username()),
        Objects.requireNonNullElse(workingDirectory, saved.workingDirectory()),
        timeout == null ? saved.timeoutSeconds() : timeout,
        Objects.requireNonNullElse(outputCosBucketUrl, saved.outputCosBucketUrl()),
        Objects.requireNonNullElse(outputCosKeyPrefix, saved.outputCosKeyPrefix()));
  }
}
