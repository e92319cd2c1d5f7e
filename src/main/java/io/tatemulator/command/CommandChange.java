package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change to a command; null fields stay unchanged. */
public record CommandChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable String content,
    @Nullable String type,
    @Nullable String workingDirectory,
    @Nullable Long timeout,
    @Nullable String defaultParameters,
    @Nullable List<DefaultParameterConf> defaultParameterConfs,
    @Nullable String username,
    @Nullable String outputCosBucketUrl,
    @Nullable String outputCosKeyPrefix) {

  /**
   * Returns the changed command. New defaults replace the old ones, whichever form either has.
   *
   * @throws ApiException the error of the first rule that the result violates
   */
  CommandSpec applyTo(CommandSpec old) {
    return new CommandDraft(
            Objects.requireNonNullElse(name, old.name()),
            Objects.requireNonNullElse(content, old.content()),
            description == null ? old.description() : description,
            type == null ? old.type().name() : type,
            workingDirectory == null
                ? nullIfDefault(old.workingDirectory(), old.type().defaultWorkingDirectory())
                : workingDirectory,
            timeout == null ? old.timeoutSeconds() : timeout,
            old.enableParameter(),
            changesDefaults() ? defaultParameters : defaultsWithoutConfs(old),
            changesDefaults() ? defaultParameterConfs : old.confs(),
            username == null
                ? nullIfDefault(old.username(), old.type().defaultUsername())
                : username,
            outputCosBucketUrl == null ? old.outputCosBucketUrl() : outputCosBucketUrl,
            outputCosKeyPrefix == null ? old.outputCosKeyPrefix() : outputCosKeyPrefix)
        .toSpec();
  }

  private boolean changesDefaults() {
    return defaultParameters != null
        || (defaultParameterConfs != null && !defaultParameterConfs.isEmpty());
  }

  private static @Nullable String defaultsWithoutConfs(CommandSpec old) {
    boolean plain = !old.defaultParameters().isEmpty() && old.defaultParameterConfs().isEmpty();
    return plain ? old.defaultParameters() : null;
  }

  // A value that equals the old type's default becomes the new type's default.
  private static @Nullable String nullIfDefault(String value, String oldDefault) {
    return value.equals(oldDefault) ? null : value;
  }
}
