package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header of signature v3: {@code TC3-HMAC-SHA256
 * Credential=<SecretId>/<date>/<service>/tc3_request, SignedHeaders=<a;b>, Signature=<hex>}.
 *
 * @param secretId the SecretId of the signer
 * @param date the scope's day, {@code yyyy-mm-dd}
 * @param service the scope's service
 * @param signedHeaders the names of the signed headers, in lower case, as listed
 * @param signature the signature, not yet verified
 */
record Authorization(
    String secretId, String date, String service, List<String> signedHeaders, String signature) {
  static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final String TERMINATOR = "tc3_request";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Repeated header names could otherwise make the canonical request arbitrarily long. */
  private static final int MAX_HEADERS = 64;

  /** Some SDKs put the first part of the host there. */
  private static final int MAX_SERVICE_LENGTH = 255;

  private static final List<String> MANDATORY = List.of("content-type", "host");

  /** Returns the parts of the scope, each of which is a step in the derivation of the key. */
  List<String> scope() {
    return List.of(date, service, TERMINATOR);
  }

  /**
   * Parses the header.
   *
   * @throws ApiException AuthFailure.InvalidAuthorization, naming the invalid part
   */
  static Authorization parse(String header) {
    String[] halves = header.strip().split("\\s+", 2);
    require(halves.length == 2 && halves[0].equals(ALGORITHM), "`Algorithm`");
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : halves[1].split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      require(pair.length == 2, "`" + pair[0] + "`");
      parts.put(pair[0], pair[1]);
    }
    String[] scope = parts.getOrDefault("Credential", "").split("/", -1);
    require(scope.length == 4 && !scope[0].isEmpty(), "`Credential`");
    require(DATE.matcher(scope[1]).matches(), "`Date` in Credential");
    require(
        !scope[2].isEmpty() && scope[2].length() <= MAX_SERVICE_LENGTH, "`Service` in Credential");
    require(scope[3].equals(TERMINATOR), "`" + TERMINATOR + "` in Credential");
    List<String> signed = List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1));
    require(
        signed.containsAll(MANDATORY)
            && signed.size() <= MAX_HEADERS
            && signed.stream().distinct().count() == signed.size(),
        "`SignedHeaders`");
    String signature = parts.getOrDefault("Signature", "");
    require(!signature.isEmpty(), "`Signature`");
    return new Authorization(scope[0], scope[1], scope[2], signed, signature);
  }

  private static void require(boolean condition, String part) {
    if (!condition) {
      throw new ApiException(ProtocolError.INVALID_AUTHORIZATION, part);
    }
  }
}
