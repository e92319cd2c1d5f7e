package io.tatemulator.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.protocol.codec.JsonBody;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.ParsedRequest;
import io.tatemulator.protocol.wire.RequestParser;
import io.tatemulator.support.Fidelity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One character more, less or other, anywhere in what is signed, and the signature is false. */
class EverySignedCharacterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccessSettings STRICT =
      new AccessSettings(Fidelity.STRICT, null, null, null, false, List.of());
  private static final String KEY = "emulator-secret-key";
  private static final String BODY = "{\"Limit\":20,\"Filters\":[{\"Name\":\"é b\"}]}";
  private static final String QUERY = "Limit=20&Filters.0.Name=name&Filters.0.Values.0=a%20b";
  private static final String COMMON =
      "&Action=DescribeInvokers&Version=2020-10-28&Nonce=11886&SecretId=AKIDEMULATOREXAMPLE"
          + "&SignatureMethod=HmacSHA256&Timestamp=";

  private final RequestParser parser = new RequestParser(new JsonBody());
  private final Authenticator authenticator =
      new Authenticator(
          STRICT, new KeyPairs(STRICT, List::of), () -> NOW, Clock.fixed(NOW, ZoneOffset.UTC));

  /** A request as it comes from a client. */
  private record Sent(String method, String query, Map<String, String> headers, String body) {
    ApiRequest request() {
      return new ApiRequest(method, query, headers::get, body.getBytes(StandardCharsets.UTF_8));
    }

    Sent with(String header, String value) {
      Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      changed.putAll(headers);
      changed.put(header, value);
      return new Sent(method, query, changed, body);
    }

    Sent withHeader(String name, UnaryOperator<String> change) {
      return with(name, change.apply(header(name)));
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    Sent withQuery(String other) {
      return new Sent(method, other, headers, body);
    }

    Sent withBody(String other) {
      return new Sent(method, query, headers, other);
    }
  }

  /** Every text that differs from another one by one character. */
  private static Stream<String> neighbours(String text) {
    return IntStream.range(0, text.length())
        .boxed()
        .flatMap(
            i -> {
              String before = text.substring(0, i);
              String after = text.substring(i + 1);
              char here = text.charAt(i);
              return Stream.of(
                  before + (here == '7' ? '8' : '7') + after,
                  before + after,
                  before + here + here + after);
            });
  }

  private String code(Sent sent) {
    ApiRequest request = sent.request();
    ParsedRequest parsed = parser.parse(request);
    try {
      return "account " + authenticator.authenticate(request, parsed);
    } catch (ApiException e) {
      return e.error().code();
    }
  }

  private void checkRefused(Stream<Sent> changed) {
    List<Sent> all = changed.toList();
    assertThat(all).isNotEmpty();
    assertThat(all)
        .allSatisfy(sent -> assertThat(code(sent)).isEqualTo("AuthFailure.SignatureFailure"));
  }

  private static Sent signedV3(String method) {
    boolean post = method.equals("POST");
    Sent sent =
        new Sent(method, post ? "" : QUERY, Map.of(), post ? BODY : "")
            .with("Content-Type", post ? "application/json" : "application/x-www-form-urlencoded")
            .with("Host", "tat.test:8080")
            .with("X-TC-Action", "DescribeInvokers")
            .with("X-TC-Region", "ap-guangzhou")
            .with("X-TC-Timestamp", Long.toString(NOW.getEpochSecond()));
    String unsigned =
        "TC3-HMAC-SHA256 Credential=AKIDEMULATOREXAMPLE/2026-01-01/tat/tc3_request,"
            + " SignedHeaders=content-type;host;x-tc-action;x-tc-region, Signature=";
    SignatureV3 v3 =
        new SignatureV3(
            sent.request(),
            Authorization.parse(unsigned + "none"),
            Long.toString(NOW.getEpochSecond()));
    String signature =
        v3.candidates().map(v3.signer(KEY, new DerivedKeys())).findFirst().orElseThrow();
    return sent.with("Authorization", unsigned + signature);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void countsInTheHeadersOfVersionThree(String method) {
    Sent signed = signedV3(method);

    assertThat(code(signed)).isEqualTo("account 100000000001");
    for (String header : List.of("Content-Type", "Host", "X-TC-Action", "X-TC-Region")) {
      checkRefused(neighbours(signed.header(header)).map(value -> signed.with(header, value)));
    }
    checkRefused(
        Stream.of("1767268801", "1767268799").map(second -> signed.with("X-TC-Timestamp", second)));
  }

  @Test
  void countsInTheBodyAndInTheQueryOfVersionThree() {
    Sent post = signedV3("POST");
    Sent get = signedV3("GET");

    checkRefused(neighbours(BODY).map(post::withBody));
    checkRefused(neighbours(QUERY).map(get::withQuery));
    checkRefused(Stream.of(new Sent("PUT", "", post.headers(), BODY)));
  }

  @Test
  void countsInTheSignatureAndItsScope() {
    Sent signed = signedV3("POST");
    String header = signed.header("Authorization");
    String signature = header.substring(header.indexOf("Signature=") + 10);

    checkRefused(
        neighbours(signature)
            .map(other -> signed.withHeader("Authorization", h -> h.replace(signature, other))));
    checkRefused(
        neighbours("/tat/")
            .filter(scope -> scope.matches("/[a-z0-9]+/"))
            .map(other -> signed.withHeader("Authorization", h -> h.replace("/tat/", other))));
    checkRefused(
        Stream.of("2026-01-02", "2025-12-31")
            .map(day -> signed.withHeader("Authorization", h -> h.replace("2026-01-01", day))));
    checkRefused(
        Stream.of("content-type;host;x-tc-action", "content-type;host;x-tc-region;x-tc-action")
            .map(
                names ->
                    signed.withHeader(
                        "Authorization",
                        h -> h.replace("content-type;host;x-tc-action;x-tc-region", names))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void countsInEveryParameterOfVersionOne(String method) {
    Sent sent =
        new Sent(method, "", Map.of(), "")
            .with("Host", "tat.test:8080")
            .with("Content-Type", "application/x-www-form-urlencoded");
    String parameters = QUERY + COMMON + NOW.getEpochSecond();
    String signed = parameters + "&Signature=" + v1Signature(carrying(sent, parameters));

    assertThat(code(carrying(sent, signed))).isEqualTo("account 100000000001");
    for (String part : List.of("Limit=20", "Name=name", "Version=2020", "Action=Describe")) {
      checkRefused(
          neighbours(part)
              .filter(other -> other.chars().filter(c -> c == '=').count() == 1)
              .map(other -> carrying(sent, signed.replace(part, other))));
    }
    checkRefused(
        neighbours("tat.test:8080").map(host -> carrying(sent.with("Host", host), signed)));
    String other = method.equals("GET") ? "POST" : "GET";
    checkRefused(Stream.of(carrying(new Sent(other, "", sent.headers(), ""), signed)));
  }

  private static Sent carrying(Sent sent, String parameters) {
    return sent.method().equals("GET") ? sent.withQuery(parameters) : sent.withBody(parameters);
  }

  private String v1Signature(Sent unsigned) {
    ParsedRequest parsed = parser.parse(unsigned.request());
    SignatureV1 v1 = new SignatureV1(unsigned.request(), parsed.common(), parsed.flat());
    String signature =
        v1.candidates().map(v1.signer(KEY, new DerivedKeys())).findFirst().orElseThrow();
    return URLEncoder.encode(signature, StandardCharsets.UTF_8);
  }
}
