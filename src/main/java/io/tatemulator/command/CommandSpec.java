package io.tatemulator.command;

import io.tatemulator.storage.JsonText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/**
 * All that a command says.
 *
 * @param content the script in Base64, as the caller gave it
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

  /** The defaults with their descriptions. */
  public List<DefaultParameterConf> confs() {
    return JsonText.readList(defaultParameterConfs, DefaultParameterConf.class);
  }
}
