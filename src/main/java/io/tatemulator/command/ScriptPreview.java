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
   * @throws ApiException CommandContentInvalid, LackOfParameters or InvalidParameter
   */
  public static String ofContent(String content, Map<String, String> values) {
    CommandRules.checkContent(content);
    if (values.isEmpty()) {
      throw new ApiException(ErrorCode.LACK_OF_PARAMETERS, "Parameters");
    }
    return filled(content, values);
  }

  /**
   * The script of a command, whose defaults stand in for what is not given.
   *
   * @throws ApiException ParameterDisabled, LackOfParameterInfo or InvalidParameter
   */
  public static String ofCommand(String commandId, CommandSpec spec, Map<String, String> values) {
    Map<String, String> all = CustomParameters.over(spec, values, commandId);
    return spec.enableParameter() ? filled(spec.content(), all) : spec.content();
  }

  private static String filled(String content, Map<String, String> values) {
    return Placeholders.fillContent(content, values)
        .orElseThrow(() -> CustomParameters.tooLarge("Parameters"));
  }
}
