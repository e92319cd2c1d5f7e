package io.tatemulator.invocation;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The custom parameters of one invocation, merged over the command's defaults.
 *
 * @param spec the command
 * @param json the invocation's own parameters, a JSON object; empty for none
 */
public record RunParameters(CommandSpec spec, String json) {
  /** The error of a task whose script {@linkplain #canBeFilled cannot be filled}. */
  public static final String TOO_LARGE =
      String.format(
          Locale.ROOT,
          "the script exceeds %d characters after parameter substitution",
          Placeholders.MAX_FILLED_SIZE);

  /** Returns the invocation's own parameters with hidden values masked. */
  public String maskedParameters() {
    return maskedParameters(json);
  }

  /** Returns the command's defaults with hidden values masked. */
  public String maskedDefaults() {
    return maskedParameters(spec.defaultParameters());
  }

  /** Returns all values by name, with the command's defaults, unmasked: do not expose them. */
  public Map<String, String> values() {
    return CustomParameters.mergeDefaults(spec, parse(json));
  }

  /**
   * Returns whether the filled script is within the size limit. Requests over the limit are
   * rejected, but a later change of the command or another version of the emulator can exceed it.
   */
  public boolean canBeFilled() {
    return !spec.enableParameter() || Placeholders.fitsWhenFilled(spec.content(), values());
  }

  /**
   * Returns the script as it runs, unmasked: do not expose it.
   *
   * @return empty when it cannot be filled
   */
  public Optional<String> script() {
    return scriptBytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Returns the bytes of the script as it runs, unmasked: do not expose them.
   *
   * @return empty when it cannot be filled
   */
  public Optional<byte[]> scriptBytes() {
    Optional<String> content =
        spec.enableParameter()
            ? Placeholders.fillContent(spec.content(), values())
            : Optional.of(spec.content());
    return content.map(Base64.getDecoder()::decode);
  }

  /**
   * Returns the script in Base64 as it runs, with hidden values masked; with its placeholders when
   * it cannot be filled.
   */
  public String maskedContent() {
    return spec.enableParameter()
        ? Placeholders.fillContentMasked(spec.content(), values()).orElse(spec.content())
        : spec.content();
  }

  private String maskedParameters(String parameters) {
    return parameters.isEmpty()
        ? ""
        : Placeholders.maskValues(spec.content(), parameters, parse(parameters));
  }

  private static Map<String, String> parse(String json) {
    return CustomParameters.parse("Parameters", json);
  }
}
