package io.tatemulator.command;

import io.tatemulator.persistence.JsonText;
import io.tatemulator.tat.TatError;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/**
 * The specification of a command.
 *
 * @param content the script in Base64, as in the request
 * @param timeoutSeconds how long the script may run, 1 to 86400
 * @param enableParameter whether placeholders in the script are replaced
 * @param defaultParameters a JSON object of the placeholders' defaults; empty for none
 * @param defaultParameterConfs the same defaults as a JSON list with descriptions; empty for none
 */
@Embeddable
public record CommandSpec(
    String name,
    String description,
    String content,
    @Enumerated(EnumType.STRING) CommandType type,
    String workingDirectory,
    long timeoutSeconds,
    boolean enableParameter,
    String defaultParameters,
    String defaultParameterConfs,
    String username,
    String outputCosBucketUrl,
    String outputCosKeyPrefix) {

  CommandSpec withName(String newName) {
    return new CommandSpec(
        newName,
        description,
        content,
        type,
        workingDirectory,
        timeoutSeconds,
        enableParameter,
        defaultParameters,
        defaultParameterConfs,
        username,
        outputCosBucketUrl,
        outputCosKeyPrefix);
  }

  /**
   * Returns this command with the overrides of one run.
   *
   * @throws io.tatemulator.protocol.error.ApiException the error of the first rule that the result
   *     violates
   */
  public CommandSpec withOverrides(
      String runUsername,
      String runDirectory,
      long runTimeout,
      String runBucketUrl,
      String runKeyPrefix) {
    CommandSpec changed =
        new CommandSpec(
            name,
            description,
            content,
            type,
            runDirectory,
            runTimeout,
            enableParameter,
            defaultParameters,
            defaultParameterConfs,
            runUsername,
            runBucketUrl,
            runKeyPrefix);
    CommandRules.check(changed, TatError.RUN_INVALID_USERNAME);
    return changed;
  }

  /** Returns the defaults with their descriptions. */
  public List<DefaultParameterConf> confs() {
    return JsonText.readList(defaultParameterConfs, DefaultParameterConf.class);
  }
}
