package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.ResourceId;
import java.util.Map;

/**
 * The fields of a command that are needed to bind an invoker or invocation to it.
 *
 * @param id the id of its row
 * @param number the number of its public identifier
 * @param enableParameter whether it accepts custom parameters, which never changes
 * @param content the script in Base64; empty unless the command accepts custom parameters
 * @param defaultParameters a JSON object of the placeholders' defaults; empty for none
 */
public record CommandSummary(
    long id, long number, boolean enableParameter, String content, String defaultParameters) {
  /** Returns the summary of a command. */
  public static CommandSummary of(Command command) {
    CommandSpec spec = command.spec();
    return new CommandSummary(
        command.id(),
        command.number(),
        spec.enableParameter(),
        spec.content(),
        spec.defaultParameters());
  }

  /** Returns the public identifier. */
  public String commandId() {
    return ResourceId.COMMAND.format(number);
  }

  /**
   * Validates that the command can run with custom parameters.
   *
   * @throws ApiException ParameterDisabled when it accepts none; InvalidParameter when they expand
   *     the script beyond {@link Placeholders#MAX_FILLED_SIZE}
   */
  public void requireAcceptsParameters(Map<String, String> parameters) {
    CustomParameters.requireEnabled(parameters, enableParameter, commandId());
    if (enableParameter) {
      CustomParameters.requireFillableSize(
          "Parameters", content, CustomParameters.mergeDefaults(defaultParameters, parameters));
    }
  }
}
