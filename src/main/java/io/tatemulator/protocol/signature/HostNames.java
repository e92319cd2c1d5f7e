package io.tatemulator.protocol.signature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The hosts that clients may sign: the Host header as sent, or without its scheme or its port. */
final class HostNames {
  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private HostNames() {}

  static List<String> candidates(String header) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    String bare = SCHEME.matcher(header).replaceFirst("");
    for (String name : List.of(header, bare)) {
      names.add(name);
      names.add(PORT.matcher(name).replaceFirst(""));
    }
    return List.copyOf(names);
  }
}
