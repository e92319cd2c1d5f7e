package io.tatemulator.control;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The host names that the control API accepts. Another site can resolve its own name to this
 * machine, which makes its pages same-origin (DNS rebinding), so only names that no site can have
 * and those of the settings are accepted.
 */
final class AllowedHosts {
  /** Reserved domains, which no site can have. */
  private static final List<String> RESERVED = List.of("*.localhost", "*.internal");

  /** An address, or a name without a dot, such as that of a service in a compose file. */
  private static final Pattern ADDRESS_OR_PLAIN_NAME =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[\\p{XDigit}:.%]+]|[\\w-]+");

  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final String WILDCARD = "*";

  private final List<String> names;

  /**
   * Creates the list of allowed names.
   *
   * @param additional names besides those that no site can have; one that begins with an asterisk
   *     allows all below it
   */
  AllowedHosts(Collection<String> additional) {
    this.names =
        Stream.concat(RESERVED.stream(), additional.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Returns the name or address in a Host header. */
  static String name(String header) {
    return PORT.matcher(SCHEME.matcher(header).replaceFirst("")).replaceFirst("");
  }

  /** Returns whether the control API accepts a name or an address. */
  boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ADDRESS_OR_PLAIN_NAME.matcher(lower).matches()
        || names.stream()
            .anyMatch(
                allowed ->
                    allowed.startsWith(WILDCARD)
                        ? lower.endsWith(allowed.substring(WILDCARD.length()))
                        : lower.equals(allowed));
  }
}
