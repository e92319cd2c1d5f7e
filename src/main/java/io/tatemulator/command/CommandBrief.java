package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.ResourceId;
import java.util.Map;

/**
 * As much of a command as it takes to bind something to it.
 *
 * @param row its row
 * @param number the number of its public identifier
 * @param enableParameter whether it takes custom parameters, which never changes
 * @param content the script in Base64; empty unless the command takes custom parameters
 * @param defaultParameters a JSON object of the placeholders' defaults; empty for none
 */
public record CommandBrief(
    long row, long number, boolean enableParameter, String content, String defaultParameters) {
  /** A command in brief. */
  public static CommandBrief of(Command command) {
    CommandSpec spec = command.spec();
    return new CommandBrief(
        command.id(),
        command.number(),
        spec.enableParameter(),
        spec.content(),
        spec.defaultParameters());
  }

  /** The public identifier. */
  public String commandId() {
    return ResourceId.COMMAND.format(number);
  }

  /**
   * Makes sure that the command can be run with custom parameters.
   *
   * @throws ApiException ParameterDisabled when it takes none; InvalidParameter when they would
   *     fill the script beyond {@link Placeholders#MOST_FILLED}
   */
  public void requireTakes(Map<String, String> parameters) {
    CustomParameters.requireEnabled(parameters, enableParameter, commandId());
    if (enableParameter) {
      CustomParameters.requireFillable(
          "Parameters", content, CustomParameters.merged(defaultParameters, parameters));
    }
  }
}
