package io.tatemulator.protocol.http;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes requests that a browser sends for a page of another origin. */
public final class CrossOriginRequests {
  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

  private static final Set<String> OTHER_ORIGINS = Set.of("cross-site", "same-site");

  private CrossOriginRequests() {}

  /**
   * Returns whether a page of another origin has sent a request. Clients other than browsers send
   * neither of the headers that show this.
   *
   * @param headers returns a header's value by its case-insensitive name; null when it is missing
   */
  public static boolean isCrossOrigin(Function<String, @Nullable String> headers) {
    String site = headers.apply("Sec-Fetch-Site");
    if (site != null && OTHER_ORIGINS.contains(site)) {
      return true;
    }
    String origin = headers.apply("Origin");
    String host = headers.apply("Host");
    return origin != null && (host == null || !isServedAs(host, origin));
  }

  /** Ignores the scheme: a proxy in between may use HTTPS. */
  private static boolean isServedAs(String host, String origin) {
    String originHost = SCHEME.matcher(origin).replaceFirst("");
    return originHost.length() < origin.length()
        && originHost.equalsIgnoreCase(SCHEME.matcher(host).replaceFirst(""));
  }
}
