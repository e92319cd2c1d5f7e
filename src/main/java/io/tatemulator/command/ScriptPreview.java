package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.TatError;
import java.util.Map;

/** Previews scripts with their placeholders filled, before they run. */
public final class ScriptPreview {
  private ScriptPreview() {}

  /**
   * Returns the preview of a script that belongs to no command.
   *
   * @throws ApiException CommandContentInvalid, LackOfParameters or InvalidParameter
   */
  public static String ofContent(String content, Map<String, String> values) {
    CommandRules.checkContent(content);
    if (values.isEmpty()) {
      throw new ApiException(TatError.LACK_OF_PARAMETERS, "Parameters");
    }
    return fill(content, values);
  }

  /**
   * Returns the preview of a command's script, whose defaults replace missing values.
   *
   * @throws ApiException ParameterDisabled, LackOfParameterInfo or InvalidParameter
   */
  public static String ofCommand(String commandId, CommandSpec spec, Map<String, String> values) {
    Map<String, String> mergedValues = CustomParameters.resolve(spec, values, commandId);
    return spec.enableParameter() ? fill(spec.content(), mergedValues) : spec.content();
  }

  private static String fill(String content, Map<String, String> values) {
    return Placeholders.fillContent(content, values)
        .orElseThrow(() -> CustomParameters.tooLarge("Parameters"));
  }
}
