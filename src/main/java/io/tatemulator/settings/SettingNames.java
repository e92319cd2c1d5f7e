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

/** Compares the names of the settings that were given with those that there are. */
final class SettingNames {
  private static final String VARIABLE_PREFIX = "TAT_";

  /** The command line belongs to the emulator alone, so nothing else can be meant there. */
  private static final Set<String> ROOTS_OF_ARGUMENTS =
      Set.of(KnownSettings.ROOT, "server", "spring", "logging", "management", "debug", "trace");

  /** Variables that are left to clients, and to scripts around the emulator. */
  private static final String OTHERS_PREFIX = "TAT_EMULATOR_";

  /** What Kubernetes and Docker's links set beside a service called tat, or tat-something. */
  private static final Pattern SERVICE_VARIABLE =
      Pattern.compile(
          "TAT_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

  private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");
  private static final Pattern END_OF_ROOT = Pattern.compile("[.\\[]");

  private final KnownSettings known;

  SettingNames(KnownSettings known) {
    this.known = known;
  }

  /** What is wrong with the names in all sources, for a person; empty when nothing is. */
  List<String> findUnknown(MutablePropertySources sources) {
    List<String> unknown = new ArrayList<>();
    for (PropertySource<?> source : sources) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        for (String name : enumerable.getPropertyNames()) {
          String told = unknown(enumerable, name);
          if (told != null) {
            unknown.add(told);
          }
        }
      }
    }
    return unknown;
  }

  /** Whether a property of a source is for the emulator, or pretends to be. */
  static boolean isSetting(PropertySource<?> source, String name) {
    return isEnvironment(source)
        ? isVariable(name, source.getProperty(name))
        : root(name).equals(KnownSettings.ROOT);
  }

  private @Nullable String unknown(EnumerablePropertySource<?> source, String name) {
    if (isEnvironment(source)) {
      return isSetting(source, name) && !known.hasVariable(name)
          ? told(source, name, known.nearestVariable(name))
          : null;
    }
    String root = root(name);
    if (root.equals(KnownSettings.ROOT)) {
      return known.hasProperty(name) ? null : told(source, name, known.nearestProperty(name));
    }
    return isCommandLine(source) && !ROOTS_OF_ARGUMENTS.contains(root)
        ? told(source, name, known.nearestProperty(KnownSettings.ROOT + "." + name))
        : null;
  }

  private static String told(PropertySource<?> source, String name, Optional<String> nearest) {
    return String.format(
        Locale.ROOT,
        "there is no setting %s (%s); %s",
        name,
        SettingOrigin.describe(source, name),
        nearest.map(meant -> "did you mean " + meant + "?").orElse("README.md lists all settings"));
  }

  private static boolean isVariable(String name, @Nullable Object value) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean isOthers =
        upper.startsWith(OTHERS_PREFIX)
            || SERVICE_VARIABLE.matcher(upper).matches()
            || (upper.endsWith("_PORT")
                && SERVICE_ADDRESS.matcher(String.valueOf(value)).matches());
    return upper.startsWith(VARIABLE_PREFIX) && !isOthers;
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
