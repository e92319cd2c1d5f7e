package io.tatemulator.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.support.WallClock;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.Signer;
import io.tatemulator.time.EmulatorClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The strict preset, over real HTTP; the host's time is frozen until a test moves it. */
class StrictPresetTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T23:58:00Z");
  private static final String BODY = "{\"Limit\":1}";

  private static final AtomicLong HOST_SECOND = new AtomicLong(BEGINNING.getEpochSecond());
  private static final WallClock STANDING = () -> Instant.ofEpochSecond(HOST_SECOND.get());

  private static InProcess emulator;
  private static int port;

  private static final String SHA_256_OF_EMPTY_OBJECT =
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  private Signer signer;

  @BeforeAll
  static void start() {
    emulator =
        new InProcess(
            fresh -> {
              InProcess.replace(fresh, WallClock.class, () -> STANDING);
              InProcess.replace(
                  fresh,
                  EmulatorClock.class,
                  () ->
                      new EmulatorClock(((InstantSource) STANDING::now).withZone(ZoneOffset.UTC)));
            },
            "--tat.storage=memory",
            "--tat.fidelity=strict",
            "--tat.credentials[0].secret-id=AKIDOTHER",
            "--tat.credentials[0].secret-key=other-key",
            "--tat.credentials[0].account=100000000002",
            "--tat.credentials[1].secret-id=AKIDTEMPORARY",
            "--tat.credentials[1].secret-key=temporary-key",
            "--tat.credentials[1].token=a-token",
            "--tat.credentials[1].expires=2026-01-02T00:00:00Z");
    port = emulator.port();
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @BeforeEach
  void useANewSecond() {
    // A second of its own for each test, since the calls of a second are counted.
    Instant now = Instant.ofEpochSecond(HOST_SECOND.incrementAndGet());
    signer = Signer.wellKnown("127.0.0.1:" + port).at(now);
  }

  private Signer of(String secretId, String secretKey) {
    return new Signer(secretId, secretKey, signer.host(), signer.at());
  }

  private Api api(Signer by) {
    return api(by, BODY);
  }

  private Api api(Signer by, String body) {
    return new Api(port, by.secretId())
        .with("Authorization", by.authorization(body))
        .with("X-TC-Timestamp", by.timestamp())
        .with("X-TC-Action", "DescribeInvokers");
  }

  private static String code(Api api) {
    return api.send("POST", BODY).code();
  }

  @Test
  void servesATrueSignature() {
    assertThat(code(api(signer))).isEmpty();
  }

  @Test
  void refusesWhatIsNotSigned() {
    Answer answer = api(signer).without("Authorization").send("POST", BODY);

    assertThat(answer.code()).isEqualTo("MissingParameter");
    assertThat(answer.message()).contains("`Authorization`");
  }

  @Test
  void refusesAnUnknownSecretId() {
    assertThat(code(api(of("AKIDNOBODY", "any")))).isEqualTo("AuthFailure.SecretIdNotFound");
  }

  @Test
  void refusesAWrongKeyAndEveryChange() {
    assertThat(code(api(of(signer.secretId(), "wrong")))).isEqualTo("AuthFailure.SignatureFailure");
    assertThat(api(signer).send("POST", "{\"Limit\":2}").code())
        .isEqualTo("AuthFailure.SignatureFailure");
    assertThat(code(api(signer).with("Content-Type", "application/json; charset=utf-8")))
        .isEqualTo("AuthFailure.SignatureFailure");
    Instant next = signer.at().plusSeconds(1);
    assertThat(code(api(signer).with("X-TC-Timestamp", signer.at(next).timestamp())))
        .isEqualTo("AuthFailure.SignatureFailure");
    assertThat(code(api(signer).with("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")))
        .isEqualTo("AuthFailure.SignatureFailure");
  }

  @ParameterizedTest
  @CsvSource({
    "-301, AuthFailure.SignatureExpire",
    "-300, ''",
    "300, ''",
    "301, AuthFailure.SignatureExpire"
  })
  void takesFiveMinutes(long seconds, String code) {
    assertThat(code(api(signer.at(signer.at().plusSeconds(seconds))))).isEqualTo(code);
  }

  @Test
  void wantsTheDayOfTheTimestamp() {
    Api wrongDay = api(signer).with("Authorization", signer.authorization(BODY, "2025-12-31"));

    assertThat(code(wrongDay)).isEqualTo("AuthFailure.SignatureFailure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc",
        "TC3-HMAC-SHA256",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tat, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/1.1.2026/tat/tc3_request, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01//tc3_request, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tat/tc4_request, SignedHeaders=content-type;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tat/tc3_request, SignedHeaders=host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tat/tc3_request, SignedHeaders=content-type;host;host, Signature=0",
        "TC3-HMAC-SHA256 Credential=AKID/2026-01-01/tat/tc3_request, SignedHeaders=content-type;host"
      })
  void refusesAMalformedHeader(String header) {
    Answer answer = api(signer).with("Authorization", header).send("POST", BODY);

    assertThat(answer.code()).isEqualTo("AuthFailure.InvalidAuthorization");
    assertThat(answer.message()).startsWith("The request `Authorization` header does not conform");
  }

  @Test
  void wantsATimestampThatIsANumber() {
    assertThat(code(api(signer).without("X-TC-Timestamp"))).isEqualTo("MissingParameter");
    assertThat(code(api(signer).with("X-TC-Timestamp", "soon"))).isEqualTo("InvalidParameter");
  }

  @Test
  void wantsTheTokenOfATemporaryKey() {
    Api temporary = api(of("AKIDTEMPORARY", "temporary-key"));

    assertThat(code(temporary)).isEqualTo("AuthFailure.TokenFailure");
    assertThat(code(temporary.with("X-TC-Token", "another"))).isEqualTo("AuthFailure.TokenFailure");
    assertThat(code(api(signer).with("X-TC-Token", "a-token")))
        .isEqualTo("AuthFailure.TokenFailure");
    boolean before = signer.at().isBefore(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(code(temporary.with("X-TC-Token", "a-token")))
        .isEqualTo(before ? "" : "AuthFailure.TokenFailure");
  }

  @Test
  void limitsEachAccountAndAction() {
    Api limited = api(signer);
    for (int i = 0; i < 20; i++) {
      assertThat(code(limited)).isEmpty();
    }

    Answer refused = limited.send("POST", BODY);
    assertThat(refused.code()).isEqualTo("RequestLimitExceeded");
    assertThat(refused.message())
        .isEqualTo(
            "Your current request times equals to `21` in a second, which exceeds the frequency limit"
                + " `20` for a second. Please reduce the frequency of calls.");
    assertThat(code(limited.with("X-TC-Action", "DescribeCommands"))).isEmpty();
    assertThat(code(api(of("AKIDOTHER", "other-key")))).isEmpty();
  }

  @Test
  void keepsAccountsApart() {
    String command = "{\"CommandName\":\"mine\",\"Content\":\"bHM=\"}";
    Api mine = api(signer, command).with("X-TC-Action", "CreateCommand");
    assertThat(mine.send("POST", command).code()).isEmpty();

    Api theirs = api(of("AKIDOTHER", "other-key"), "{}").with("X-TC-Action", "DescribeCommands");
    assertThat(theirs.send("POST", "{}").texts("CommandSet", "CommandName"))
        .isNotEmpty()
        .doesNotContain("mine");
  }

  @Test
  void refusesUndeclaredInstances() {
    String run = "{\"Content\":\"bHM=\",\"InstanceIds\":[\"ins-aaaaaaaa\"]}";

    assertThat(api(signer, run).with("X-TC-Action", "RunCommand").send("POST", run).code())
        .isEqualTo("ResourceNotFound.InstanceNotFound");
  }

  @Test
  void showsBothSidesOfASignatureThatDoesNotMatch() throws IOException, InterruptedException {
    Answer refused = api(signer).send("POST", "{\"Limit\":2}");

    JsonNode entry = requests("?code=AuthFailure.SignatureFailure&limit=1").get(0);
    assertThat(entry.path("requestId").asString()).isEqualTo(refused.text("RequestId"));
    assertThat(entry.path("action").asString()).isEqualTo("DescribeInvokers");
    JsonNode signature = entry.path("signature");
    assertThat(signature.path("actual").asString()).hasSize(64);
    assertThat(signature.at("/expected/canonicalRequest").asString())
        .startsWith("POST\n/\n\ncontent-type:application/json\nhost:127.0.0.1:" + port);
    assertThat(signature.at("/expected/stringToSign").asString()).startsWith("TC3-HMAC-SHA256\n");
    assertThat(entry.toString()).doesNotContain("emulator-secret-key");
  }

  @Test
  void showsWhatAClientHasSignedByMistake() throws IOException, InterruptedException {
    JsonNode body = mismatch(api(signer, "{}"), "{\"Limit\":2}");
    assertThat(body.at("/signed/canonicalRequest").asString())
        .endsWith(SHA_256_OF_EMPTY_OBJECT)
        .isNotEqualTo(body.at("/expected/canonicalRequest").asString());

    JsonNode host = mismatch(api(forHost("tat.tencentcloudapi.com")), BODY);
    assertThat(host.at("/signed/canonicalRequest").asString())
        .contains("\nhost:tat.tencentcloudapi.com\n");

    Api ofAnotherType = api(signer).with("Content-Type", "application/json; charset=utf-8");
    JsonNode type = mismatch(ofAnotherType, BODY);
    assertThat(type.at("/signed/canonicalRequest").asString())
        .contains("\ncontent-type:application/json\n");
    assertThat(type.at("/expected/canonicalRequest").asString())
        .contains("\ncontent-type:application/json; charset=utf-8\n");

    assertThat(mismatch(api(of(signer.secretId(), "another-key")), BODY).path("signed").isNull())
        .isTrue();
  }

  @Test
  void showsTheDayThatAClientHasSignedByMistake() throws IOException, InterruptedException {
    String day = LocalDate.ofInstant(signer.at(), ZoneOffset.UTC).minusDays(1).toString();

    JsonNode signature =
        mismatch(api(signer).with("Authorization", signer.authorization(BODY, day)), BODY);

    assertThat(signature.at("/signed/stringToSign").asString()).contains("\n" + day + "/tat/");
    assertThat(signature.at("/expected/stringToSign").asString())
        .contains("\n" + LocalDate.parse(day).plusDays(1) + "/tat/");
  }

  private Signer forHost(String host) {
    return new Signer(signer.secretId(), signer.secretKey(), host, signer.at());
  }

  private JsonNode mismatch(Api api, String body) throws IOException, InterruptedException {
    assertThat(api.send("POST", body).code()).isEqualTo("AuthFailure.SignatureFailure");
    return requests("?limit=1").get(0).path("signature");
  }

  private JsonNode requests(String query) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/_tat/requests" + query);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body()).path("requests");
  }
}
