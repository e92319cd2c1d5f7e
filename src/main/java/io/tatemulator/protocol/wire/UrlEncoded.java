package io.tatemulator.protocol.wire;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes query strings and forms. */
final class UrlEncoded {
  /** Far more than the largest request has. */
  private static final int MAX_PARAMETERS = 10_000;

  private UrlEncoded() {}

  /**
   * Returns the decoded parameters in the order received.
   *
   * @throws ApiException InvalidParameter when a part is not {@code key=value}, cannot be decoded,
   *     repeats a key or exceeds the maximum number
   */
  static Map<String, String> parse(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : text.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0 && !part.isEmpty()) {
        throw new ApiException(ProtocolError.URL_PAIR_NOT_SPLIT);
      }
      if (equals >= 0) {
        String name = part.substring(0, equals);
        String key = decode(name, name);
        boolean repeated = parameters.put(key, decode(key, part.substring(equals + 1))) != null;
        if (repeated || parameters.size() > MAX_PARAMETERS) {
          throw new ApiException(ProtocolError.PARAMETER_NOT_VALID, key);
        }
      }
    }
    return parameters;
  }

  /** Decodes a text. Errors name only the key, since the value may be a secret. */
  private static String decode(String key, String text) {
    try {
      // One character per byte, so that bytes that are not a valid text do not become another text.
      byte[] bytes =
          URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new ApiException(ProtocolError.PARAMETER_NOT_VALID, key);
    }
  }
}
