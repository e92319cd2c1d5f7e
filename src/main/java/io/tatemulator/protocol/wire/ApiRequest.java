package io.tatemulator.protocol.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, independent of the servlet API.
 *
 * @param method the HTTP method
 * @param query the query string as sent, without the question mark; empty when there is none
 * @param headers returns a header's value by its case-insensitive name; null when it is missing
 * @param body the bytes received, at most one more than {@link RequestParser#MAX_BODY_BYTES}
 */
// Passed on once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
public record ApiRequest(
    String method, String query, Function<String, @Nullable String> headers, byte[] body) {
  /** A request without any content. */
  public static final ApiRequest EMPTY = new ApiRequest("", "", name -> null, new byte[0]);

  /** Returns a header's value; null when it is missing. */
  public @Nullable String header(String name) {
    return headers.apply(name);
  }

  /** Returns a header's value without surrounding white space; empty when it is missing. */
  public String headerOrEmpty(String name) {
    String value = header(name);
    return value == null ? "" : value.strip();
  }

  /** Returns the content type in lower case without its parameters; empty when it is missing. */
  public String mediaType() {
    return headerOrEmpty("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the parts from which the parameters can be read, without secrets and without the HTTP
   * request, which the server reuses for other requests.
   */
  public ApiRequest withoutSecrets() {
    Map<String, String> retained = new HashMap<>();
    for (String name : List.of("Content-Type", "X-TC-Action")) {
      String value = header(name);
      if (value != null) {
        retained.put(name, value);
      }
    }
    if (header("Authorization") != null) {
      retained.put("Authorization", "");
    }
    return new ApiRequest(method, query, retained::get, body);
  }
}
