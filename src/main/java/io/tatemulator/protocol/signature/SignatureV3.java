package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.wire.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Signature v3, TC3-HMAC-SHA256, as documented by TencentCloud and implemented by the SDKs. These
 * differ in the host that they sign and in whether they sign header values in lower case, so a
 * request has several canonical requests, any of which may be the signed one.
 *
 * @param request the signed request
 * @param authorization its Authorization header
 * @param timestamp its X-TC-Timestamp, seconds since 1970
 */
record SignatureV3(ApiRequest request, Authorization authorization, String timestamp)
    implements RequestSignature {
  private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  /** Functions from a header's name and value to its value in the canonical request. */
  private static final List<BinaryOperator<String>> SPELLINGS =
      List.of(
          (name, value) ->
              name.equals("content-type") || name.equals("host") ? value : lower(value),
          (name, value) -> lower(value),
          (name, value) -> value);

  @Override
  public String secretId() {
    return authorization.secretId();
  }

  @Override
  public String signature() {
    return authorization.signature();
  }

  @Override
  public Stream<SigningInput> candidates() {
    String payload = payloadHash();
    String scope = String.join("/", authorization.scope());
    return HostNames.candidates(request.headerOrEmpty("Host")).stream()
        .flatMap(host -> SPELLINGS.stream().map(spelling -> canonical(host, spelling, payload)))
        .distinct()
        .map(
            canonical ->
                new SigningInput(
                    canonical,
                    String.join(
                        "\n",
                        Authorization.ALGORITHM,
                        timestamp,
                        scope,
                        Hmac.sha256(canonical.getBytes(StandardCharsets.UTF_8)))));
  }

  @Override
  public Function<SigningInput, String> signer(String secretKey, DerivedKeys keys) {
    byte[] key = keys.of(secretKey, authorization.scope());
    return text -> HexFormat.of().formatHex(Hmac.of(Hmac.SHA256, key, text.stringToSign()));
  }

  private String canonical(String host, BinaryOperator<String> spelling, String payloadHash) {
    StringBuilder headers = new StringBuilder();
    authorization.signedHeaders().stream()
        .sorted()
        .forEach(
            name -> {
              String value = name.equals("host") ? host : request.headerOrEmpty(name);
              headers.append(name).append(':').append(spelling.apply(name, value)).append('\n');
            });
    return String.join(
        "\n",
        request.method(),
        "/",
        request.method().equals("GET") ? request.query() : "",
        headers,
        String.join(";", authorization.signedHeaders()),
        payloadHash);
  }

  private String payloadHash() {
    if (request.headerOrEmpty("X-TC-Content-SHA256").equals(UNSIGNED_PAYLOAD)) {
      return Hmac.sha256(UNSIGNED_PAYLOAD.getBytes(StandardCharsets.UTF_8));
    }
    return Hmac.sha256(request.method().equals("GET") ? new byte[0] : request.body());
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
