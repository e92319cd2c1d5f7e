package io.tatemulator.invocation;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The custom parameters of one invocation, over the command's defaults.
 *
 * @param spec the command
 * @param json the invocation's own parameters, a JSON object; empty for none
 */
public record RunParameters(CommandSpec spec, String json) {
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

  /** The script as it runs. Nobody may be shown it. */
  public String script() {
    String content =
        spec.enableParameter()
            ? Placeholders.fillContent(spec.content(), values())
            : spec.content();
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }

  /** The script in Base64 as it runs, with hidden values masked. */
  public String shownContent() {
    if (!spec.enableParameter()) {
      return spec.content();
    }
    return Placeholders.fillContentVisibly(spec.content(), values());
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
