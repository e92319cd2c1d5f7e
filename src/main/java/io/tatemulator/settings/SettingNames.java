package io.tatemulator.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds unknown settings in the sources of properties. */
final class SettingNames {
  private static final String VARIABLE_PREFIX = "TAT_";

  /** The valid roots on the command line, which only the emulator reads. */
  private static final Set<String> ARGUMENT_ROOTS =
      Set.of(KnownSettings.ROOT, "server", "spring", "logging", "management", "debug", "trace");

  /** The prefix of variables reserved for clients and for scripts around the emulator. */
  private static final String CLIENT_PREFIX = "TAT_EMULATOR_";

  /** Variables that Kubernetes and Docker links set for a service named tat or tat-something. */
  private static final Pattern SERVICE_VARIABLE =
      Pattern.compile(
          "TAT_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

  private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");
  private static final Pattern END_OF_ROOT = Pattern.compile("[.\\[]");

  private final KnownSettings known;

  SettingNames(KnownSettings known) {
    this.known = known;
  }

  /** Returns a message for each unknown name in the sources; empty when all are known. */
  List<String> findUnknown(MutablePropertySources sources) {
    List<String> unknown = new ArrayList<>();
    for (PropertySource<?> source : sources) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        for (String name : enumerable.getPropertyNames()) {
          String error = unknown(enumerable, name);
          if (error != null) {
            unknown.add(error);
          }
        }
      }
    }
    return unknown;
  }

  /** Returns whether a property of a source has the prefix of the emulator, known or not. */
  static boolean isSetting(PropertySource<?> source, String name) {
    return isEnvironment(source)
        ? isVariable(name, source.getProperty(name))
        : root(name).equals(KnownSettings.ROOT);
  }

  private @Nullable String unknown(EnumerablePropertySource<?> source, String name) {
    if (isEnvironment(source)) {
      return isSetting(source, name) && !known.hasVariable(name)
          ? unknown(source, name, RenamedSettings.variable(name), known.nearestVariable(name))
          : null;
    }
    String root = root(name);
    if (root.equals(KnownSettings.ROOT)) {
      return known.hasProperty(name)
          ? null
          : unknown(source, name, RenamedSettings.property(name), known.nearestProperty(name));
    }
    return isCommandLine(source) && !ARGUMENT_ROOTS.contains(root)
        ? unknown(
            source, name, Optional.empty(), known.nearestProperty(KnownSettings.ROOT + "." + name))
        : null;
  }

  private static String unknown(
      PropertySource<?> source, String name, Optional<String> renamed, Optional<String> nearest) {
    return String.format(
        Locale.ROOT,
        "unknown setting %s (%s); %s",
        name,
        SettingOrigin.describe(source, name),
        renamed
            .map(currentName -> "it was renamed to " + currentName)
            .or(() -> nearest.map(suggestion -> "did you mean " + suggestion + "?"))
            .orElse("docs/settings.md lists all settings"));
  }

  private static boolean isVariable(String name, @Nullable Object value) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean isForeign =
        upper.startsWith(CLIENT_PREFIX)
            || SERVICE_VARIABLE.matcher(upper).matches()
            || (upper.endsWith("_PORT")
                && SERVICE_ADDRESS.matcher(String.valueOf(value)).matches());
    return upper.startsWith(VARIABLE_PREFIX) && !isForeign;
  }

  private static String root(String name) {
    return END_OF_ROOT.split(name, 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isEnvironment(PropertySource<?> source) {
    return source instanceof SystemEnvironmentPropertySource;
  }

  private static boolean isCommandLine(PropertySource<?> source) {
    return source.getName().equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
  }
}
