package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import java.util.Map;

/** Scripts with their placeholders filled, for a look before they run. */
public final class ScriptPreview {
  private ScriptPreview() {}

  /**
   * A script that belongs to no command.
   *
   * @throws ApiException CommandContentInvalid or LackOfParameters
   */
  public static String ofContent(String content, Map<String, String> values) {
    CommandRules.checkContent(content);
    if (values.isEmpty()) {
      throw new ApiException(ErrorCode.LACK_OF_PARAMETERS, "Parameters");
    }
    CustomParameters.requireFillable(content, values);
    return Placeholders.fillContent(content, values);
  }

  /**
   * The script of a command, whose defaults stand in for what is not given.
   *
   * @throws ApiException ParameterDisabled or LackOfParameterInfo
   */
  public static String ofCommand(String commandId, CommandSpec spec, Map<String, String> values) {
    Map<String, String> all = CustomParameters.over(spec, values, commandId);
    return spec.enableParameter() ? Placeholders.fillContent(spec.content(), all) : spec.content();
  }
}
