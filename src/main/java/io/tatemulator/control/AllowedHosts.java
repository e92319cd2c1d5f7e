package io.tatemulator.control;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which the control API answers. A page of another site could have its own name
 * point at this machine and would then be of the same origin, so only names count that no such page
 * can have, and those of the settings.
 */
final class AllowedHosts {
  /** Names below these are never given to a site: they are reserved. */
  private static final List<String> RESERVED = List.of("*.localhost", "*.internal");

  /** An address, or a name without a dot, such as that of a service in a compose file. */
  private static final Pattern NO_SITE =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[\\p{XDigit}:.%]+]|[\\w-]+");

  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final String ANY = "*";

  private final List<String> names;

  /**
   * Those that no site can have, and more; one that begins with an asterisk is for all below it.
   */
  AllowedHosts(Collection<String> more) {
    this.names =
        Stream.concat(RESERVED.stream(), more.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Returns the name or address in a Host header. */
  static String name(String header) {
    return PORT.matcher(SCHEME.matcher(header).replaceFirst("")).replaceFirst("");
  }

  /** Returns whether the control API answers under a name or an address. */
  boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NO_SITE.matcher(lower).matches()
        || names.stream()
            .anyMatch(
                known ->
                    known.startsWith(ANY)
                        ? lower.endsWith(known.substring(ANY.length()))
                        : lower.equals(known));
  }
}
