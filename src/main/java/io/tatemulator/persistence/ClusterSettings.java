package io.tatemulator.persistence;

import io.tatemulator.support.SettingRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of emulators that share a PostgreSQL database.
 *
 * @param enabled whether other emulators may use the database at the same time
 * @param node the name of this one, which no other has; at most 40 letters, digits, dots, hyphens
 *     and underscores; by default, the host's name and the process id
 */
@ConfigurationProperties("tat.cluster")
public record ClusterSettings(@DefaultValue("false") boolean enabled, @Nullable String node) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final int MAX_HOST = 32;

  /** Validates the name, and chooses one, once, if it is needed. */
  public ClusterSettings {
    SettingRules.require(
        node == null || NAME.matcher(node).matches(),
        "node",
        String.valueOf(node),
        "expected at most 40 letters, digits, dots, hyphens and underscores");
    if (enabled && node == null) {
      node = host() + "-" + ProcessHandle.current().pid();
    }
  }

  /** Returns the name of this node; empty unless other emulators may use the database. */
  public Optional<String> name() {
    return enabled ? Optional.ofNullable(node) : Optional.empty();
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
      return name.length() > MAX_HOST ? name.substring(0, MAX_HOST) : name;
    } catch (UnknownHostException e) {
      return "host";
    }
  }
}
