package io.tatemulator.command;

import io.tatemulator.persistence.JsonText;
import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.tat.TatError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command as described in a request; null fields are omitted. */
@Raises({
  "InvalidParameterValue.CommandContentInvalid",
  "InvalidParameterValue.InvalidCommandName",
  "InvalidParameterValue.TooLong",
  "InvalidParameterValue.InvalidOutputCOSBucketUrl",
  "InvalidParameterValue.InvalidOutputCOSKeyPrefix",
  "InvalidParameterValue.InvalidUsername",
  "InvalidParameterValue.InvalidWorkingDirectory",
  "InvalidParameter",
  "InvalidParameterValue.SupportParametersOnlyIfEnableParameter"
})
public record CommandDraft(
    String name,
    String content,
    @Nullable String description,
    @Nullable String type,
    @Nullable String workingDirectory,
    @Nullable Long timeout,
    @Nullable Boolean enableParameter,
    @Nullable String defaultParameters,
    @Nullable List<DefaultParameterConf> defaultParameterConfs,
    @Nullable String username,
    @Nullable String outputCosBucketUrl,
    @Nullable String outputCosKeyPrefix) {

  private static final long DEFAULT_TIMEOUT = 60;
  private static final int MAX_CONFS_LENGTH = 65_536;

  /**
   * Validates the command and applies the cloud's defaults to omitted fields.
   *
   * @throws ApiException the error of the first violated rule
   */
  public CommandSpec toSpec() {
    CommandType commandType = type == null ? CommandType.SHELL : CommandType.valueOf(type);
    CommandSpec spec =
        new CommandSpec(
            name,
            orEmpty(description),
            content,
            commandType,
            Objects.requireNonNullElse(workingDirectory, commandType.defaultWorkingDirectory()),
            timeout == null ? DEFAULT_TIMEOUT : timeout,
            Boolean.TRUE.equals(enableParameter),
            defaults(),
            confs(),
            Objects.requireNonNullElse(username, commandType.defaultUsername()),
            orEmpty(outputCosBucketUrl),
            orEmpty(outputCosKeyPrefix));
    CommandRules.check(spec, TatError.INVALID_USERNAME);
    requireFillable(spec);
    return spec;
  }

  private void requireFillable(CommandSpec spec) {
    if (spec.enableParameter()) {
      String parameter = confsOrEmpty().isEmpty() ? "DefaultParameters" : "DefaultParameterConfs";
      Map<String, String> values = CustomParameters.parse(parameter, spec.defaultParameters());
      CustomParameters.requireFillableSize(parameter, spec.content(), values);
    }
  }

  private List<DefaultParameterConf> confsOrEmpty() {
    return Objects.requireNonNullElse(defaultParameterConfs, List.of());
  }

  private String defaults() {
    if (defaultParameters != null && !confsOrEmpty().isEmpty()) {
      throw new ApiException(ProtocolError.PARAMETER_NOT_VALID, "DefaultParameterConfs");
    }
    if (defaultParameters != null) {
      requireEnabled("DefaultParameters");
      CustomParameters.parse("DefaultParameters", defaultParameters);
      return defaultParameters;
    }
    if (!confsOrEmpty().isEmpty()) {
      requireEnabled("DefaultParameterConfs");
      return CustomParameters.toJson("DefaultParameterConfs", confsOrEmpty());
    }
    return "";
  }

  private String confs() {
    String text =
        JsonText.write(confsOrEmpty().stream().map(DefaultParameterConf::withDescription).toList());
    if (text.length() > MAX_CONFS_LENGTH) {
      throw new ApiException(
          ProtocolError.TOO_LONG, "DefaultParameterConfs", text.length(), 0, MAX_CONFS_LENGTH);
    }
    return text;
  }

  private void requireEnabled(String parameter) {
    if (!Boolean.TRUE.equals(enableParameter)) {
      throw new ApiException(TatError.SUPPORT_PARAMETERS_ONLY_IF_ENABLE_PARAMETER, parameter);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
