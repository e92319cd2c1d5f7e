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
 * The custom parameters of one invocation, over the command's defaults.
 *
 * @param spec the command
 * @param json the invocation's own parameters, a JSON object; empty for none
 */
public record RunParameters(CommandSpec spec, String json) {
  /** Why a task whose script {@linkplain #canBeFilled cannot be filled} does not start. */
  public static final String TOO_LARGE =
      String.format(
          Locale.ROOT,
          "the script has more than %d characters once its parameters are filled in",
          Placeholders.MOST_FILLED);

  /** The invocation's own parameters as they may be shown: hidden values are masked. */
  public String shown() {
    return shown(json);
  }

  /** The command's defaults as they may be shown. */
  public String shownDefaults() {
    return shown(spec.defaultParameters());
  }

  /** All values by name, the command's defaults among them. Nobody may be shown them. */
  public Map<String, String> values() {
    return CustomParameters.merged(spec, parse(json));
  }

  /**
   * Whether the script has a size that can be run. A request is refused otherwise; a command that
   * has been changed since, or another version of the emulator, may have let it come to this.
   */
  public boolean canBeFilled() {
    return !spec.enableParameter() || Placeholders.canBeFilled(spec.content(), values());
  }

  /**
   * The script as it runs. It must never be shown.
   *
   * @return empty when it cannot be filled
   */
  public Optional<String> script() {
    Optional<String> content =
        spec.enableParameter()
            ? Placeholders.fillContent(spec.content(), values())
            : Optional.of(spec.content());
    return content.map(
        filled -> new String(Base64.getDecoder().decode(filled), StandardCharsets.UTF_8));
  }

  /**
   * The script in Base64 as it runs, with hidden values masked; with its placeholders when it
   * cannot be filled.
   */
  public String shownContent() {
    return spec.enableParameter()
        ? Placeholders.fillContentVisibly(spec.content(), values()).orElse(spec.content())
        : spec.content();
  }

  private String shown(String parameters) {
    return parameters.isEmpty()
        ? ""
        : Placeholders.show(spec.content(), parameters, parse(parameters));
  }

  private static Map<String, String> parse(String json) {
    return CustomParameters.parse("Parameters", json);
  }
}
