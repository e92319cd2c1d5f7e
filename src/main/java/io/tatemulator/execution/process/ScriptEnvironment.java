package io.tatemulator.execution.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The environment of scripts: that of the TAT agent, without the variables of the emulator, which
 * may hold its settings and credentials.
 */
final class ScriptEnvironment {
  private static final Path SYSTEM_WIDE = Path.of("/etc/environment");
  private static final List<String> OF_THE_HOST = List.of("LANG", "LC_ALL", "TZ");

  /** What the programs that reach other machines and containers read. */
  private static final List<String> OF_CLIENTS =
      List.of(
          "HOME",
          "USER",
          "DOCKER_HOST",
          "DOCKER_CONTEXT",
          "DOCKER_CONFIG",
          "CONTAINER_HOST",
          "KUBECONFIG",
          "SSH_AUTH_SOCK",
          "XDG_RUNTIME_DIR");

  private static final List<String> EMULATOR_PREFIXES =
      List.of("TAT_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "JAVA_", "JDK_JAVA_");

  private ScriptEnvironment() {}

  /** Returns whether a variable may be a setting of the emulator. */
  static boolean isOfTheEmulator(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return EMULATOR_PREFIXES.stream().anyMatch(upper::startsWith);
  }

  /** Returns the environment of a script of a user of this host. */
  static Map<String, String> of(HostUser user) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", HostTools.path());
    copy(OF_THE_HOST, variables);
    variables.put("HOME", user.home());
    variables.put("SHELL", user.shell());
    variables.put("USER", user.name());
    variables.put("LOGNAME", user.name());
    variables.put("USERNAME", user.name());
    variables.put("MAIL", "/var/mail/" + user.name());
    variables.put("TERM", "xterm-color");
    addSystemWide(variables);
    return variables;
  }

  /** Returns the environment of the arguments that run before an interpreter. */
  static Map<String, String> ofClient() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", HostTools.path());
    copy(OF_THE_HOST, variables);
    copy(OF_CLIENTS, variables);
    return variables;
  }

  private static void copy(List<String> names, Map<String, String> variables) {
    for (String name : names) {
      String value = System.getenv(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
  }

  private static void addSystemWide(Map<String, String> variables) {
    if (!Files.isReadable(SYSTEM_WIDE)) {
      return;
    }
    try (Stream<String> lines = Files.lines(SYSTEM_WIDE, StandardCharsets.ISO_8859_1)) {
      lines
          .map(String::strip)
          .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
          .forEach(
              line -> {
                int end = line.indexOf('=');
                variables.put(line.substring(0, end), unquoted(line.substring(end + 1)));
              });
    } catch (IOException e) {
      // Without it, scripts have what is set above.
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && value.charAt(0) == value.charAt(value.length() - 1)
            && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
