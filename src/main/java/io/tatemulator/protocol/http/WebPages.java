package io.tatemulator.protocol.http;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes requests that a browser sends for a page of another origin. */
public final class WebPages {
  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

  private static final Set<String> OTHER_ORIGINS = Set.of("cross-site", "same-site");

  private WebPages() {}

  /**
   * Returns whether a page of another origin is behind a request. Clients that are no browsers send
   * neither of the headers that tell.
   *
   * @param headers finds a header's value by its case-insensitive name; null when it was not sent
   */
  public static boolean isForeign(Function<String, @Nullable String> headers) {
    String site = headers.apply("Sec-Fetch-Site");
    if (site != null && OTHER_ORIGINS.contains(site)) {
      return true;
    }
    String origin = headers.apply("Origin");
    String host = headers.apply("Host");
    return origin != null && (host == null || !isServedAs(host, origin));
  }

  /** Either scheme will do: a proxy in between may speak HTTPS. */
  private static boolean isServedAs(String host, String origin) {
    String own = SCHEME.matcher(origin).replaceFirst("");
    return own.length() < origin.length()
        && own.equalsIgnoreCase(SCHEME.matcher(host).replaceFirst(""));
  }
}
