package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.wire.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

  private static final String ENDPOINT = ".tencentcloudapi.com";

  /** The content types that clients sign although they, or what they send through, send another. */
  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=utf-8",
          "application/x-www-form-urlencoded",
          "");

  /** The bodies that clients sign although they send another. */
  private static final List<String> PAYLOADS = List.of("", "{}");

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
    return inputs(hosts(), UnaryOperator.identity(), payloadHash());
  }

  @Override
  public Stream<SigningInput> mistakes() {
    Stream<SigningInput> otherHosts = inputs(otherHosts(), UnaryOperator.identity(), payloadHash());
    Stream<SigningInput> otherTypes =
        CONTENT_TYPES.stream().flatMap(type -> inputs(hosts(), sent -> type, payloadHash()));
    Stream<SigningInput> otherPayloads =
        PAYLOADS.stream()
            .map(payload -> Hmac.sha256(payload.getBytes(StandardCharsets.UTF_8)))
            .flatMap(hash -> inputs(hosts(), UnaryOperator.identity(), hash));
    return Stream.of(otherDay(), otherHosts, otherTypes, otherPayloads).flatMap(inputs -> inputs);
  }

  /** The day of the scope as sent, such as the local one instead of that in UTC. */
  private Stream<SigningInput> otherDay() {
    return candidates().map(input -> input(input.canonicalRequest(), authorization.scope()));
  }

  /** The scope with the day of the timestamp in UTC. */
  private List<String> expectedScope() {
    try {
      Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
      List<String> scope = new ArrayList<>(authorization.scope());
      scope.set(0, LocalDate.ofInstant(signedAt, ZoneOffset.UTC).toString());
      return scope;
    } catch (NumberFormatException | DateTimeException e) {
      return authorization.scope();
    }
  }

  private List<String> hosts() {
    return HostNames.candidates(request.headerOrEmpty("Host"));
  }

  /** The names of the cloud's endpoint and of this machine, with the port of the request. */
  private List<String> otherHosts() {
    String host = request.headerOrEmpty("Host");
    String port = host.substring(host.replaceFirst(":\\d+$", "").length());
    return List.of(
        authorization.service() + ENDPOINT,
        authorization.service() + "." + request.headerOrEmpty("X-TC-Region") + ENDPOINT,
        "localhost" + port,
        "127.0.0.1" + port);
  }

  private Stream<SigningInput> inputs(
      List<String> hosts, UnaryOperator<String> contentType, String payload) {
    return hosts.stream()
        .flatMap(
            host ->
                SPELLINGS.stream().map(spelling -> canonical(host, contentType, spelling, payload)))
        .distinct()
        .map(canonical -> input(canonical, expectedScope()));
  }

  private SigningInput input(String canonical, List<String> scope) {
    return new SigningInput(
        canonical,
        String.join(
            "\n",
            Authorization.ALGORITHM,
            timestamp,
            String.join("/", scope),
            Hmac.sha256(canonical.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Function<SigningInput, String> signer(String secretKey, DerivedKeys keys) {
    byte[] key = keys.of(secretKey, authorization.scope());
    return text -> HexFormat.of().formatHex(Hmac.of(Hmac.SHA256, key, text.stringToSign()));
  }

  private String canonical(
      String host,
      UnaryOperator<String> contentType,
      BinaryOperator<String> spelling,
      String payloadHash) {
    StringBuilder headers = new StringBuilder();
    authorization.signedHeaders().stream()
        .sorted()
        .forEach(
            name -> {
              String sent = request.headerOrEmpty(name);
              String value =
                  switch (name) {
                    case "host" -> host;
                    case "content-type" -> contentType.apply(sent);
                    default -> sent;
                  };
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
