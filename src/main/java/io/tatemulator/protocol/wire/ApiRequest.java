package io.tatemulator.protocol.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as the pipeline needs it, free of the servlet API.
 *
 * @param method the HTTP method
 * @param query the query string as it was sent, without the question mark; empty when there is none
 * @param headers finds a header's value by its case-insensitive name; null when it was not sent
 * @param body the bytes received, at most one more than {@link Wire#MAX_BODY_BYTES}
 */
// Handed on once and never compared, so an array is as good as a copy.
@SuppressWarnings("ArrayRecordComponent")
public record ApiRequest(
    String method, String query, Function<String, @Nullable String> headers, byte[] body) {
  /** Nothing at all. */
  public static final ApiRequest EMPTY = new ApiRequest("", "", name -> null, new byte[0]);

  /** A header's value; null when it was not sent. */
  public @Nullable String header(String name) {
    return headers.apply(name);
  }

  /** A header's value without white space around it; empty when it was not sent. */
  public String headerOrEmpty(String name) {
    String value = header(name);
    return value == null ? "" : value.strip();
  }

  /** The content type without its parameters, in lower case; empty when none was sent. */
  public String mediaType() {
    return headerOrEmpty("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * What the parameters can be read from, without the HTTP request, which the server will use again
   * for another one; and without what is secret.
   */
  public ApiRequest parametersAlone() {
    Map<String, String> kept = new HashMap<>();
    for (String name : List.of("Content-Type", "X-TC-Action")) {
      String value = header(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    if (header("Authorization") != null) {
      kept.put("Authorization", "");
    }
    return new ApiRequest(method, query, kept::get, body);
  }
}
