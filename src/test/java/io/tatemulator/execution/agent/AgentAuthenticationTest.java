package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that only an agent with the right key may send. */
class AgentAuthenticationTest extends AgentTest {
  private static final Body TASKS = ProtocolAgent.action("DescribeTasks");

  /** A key and a signature that were made with OpenSSL. */
  private static final String KEY =
      """
      -----BEGIN RSA PUBLIC KEY-----
      MIIBCgKCAQEAo6eyvsZL6ls3+PY8rBumRiBVpRA0/8kDXKC1QwMYyQ0ip3904qgk
      ZnlU33RsjEpQHelQtkizW2R5/maCW+Za1/k06t4xycmd4G4iLS7tDGLfShtL+1n0
      98CG8dUPfwPExi1nhyVxHn+WNX/mWljcwQV+n5fFOpcPKh7Tx5eWyF5z64CpWvjP
      NYyPqMJMiuuE2PISmdYwPJnb9hEifZAnxYZxYhj2F7t8g5Z2Ur/eCjxPGgZg2Rxc
      d59gvg8Cxi10/ZhfFEVtsdnAbY4SHXq8bUmWazBVBLxCLg3jm8uGUhq9r9uDwbXn
      ns0nXZmDgUaw7z9pwmw9/nH2TZT4W7DDRQIDAQAB
      -----END RSA PUBLIC KEY-----
      """;

  private static final String SIGNED =
      "00000000000000000000000000000001rins-0123456789abcdefAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1700000000";
  private static final String SIGNATURE =
      "ijqUvXQELKvhnZcH0q7VTYF5mq8sElHACelGQcaxS2gFfnutPLQXnzzUB/TPdilMW0bh8PenwPjUTCeHZZJvO8BMk3Ce"
          + "AYMnyfnAdiK5cc+c93C9TvZOm2x9vR9hkZNkX8fNXs6BV1kwGenBylpzDjPpO7uPBmmtolOBGjXtcbtDF1oMZwxpoCPg"
          + "aIjOcAQPv0yPiZsxzgdrfxC1G2PMAMYENJk1+Q8BzDSi0fcAXkmaU36hppenV8bw47TYQ9ndyuAJbQZJEq9g9DEveaa+"
          + "XYOTOOb3V9nniHwOpuTOX41rNWSV7+5uvOGbgVKVTJm46GP1/RXvH2I7l5JBeZ4xjg==";

  @Test
  void aSignatureOfAnotherProgramIsVerified() {
    assertThat(AgentSignature.isUsable(KEY)).isTrue();
    assertThat(AgentSignature.matches(KEY, SIGNED.getBytes(UTF_8), SIGNATURE)).isTrue();
    for (int at : new int[] {0, 31, 32, 60, SIGNED.length() - 1}) {
      char other = SIGNED.charAt(at) == '2' ? '3' : '2';
      String changed = SIGNED.substring(0, at) + other + SIGNED.substring(at + 1);
      assertThat(AgentSignature.matches(KEY, changed.getBytes(UTF_8), SIGNATURE)).isFalse();
    }
  }

  @Test
  void aSignedRequestWithoutContentTypeIsAnswered() {
    var response = registered().tasks();

    assertOk(response);
    assertThat(response.path("InvocationNormalTaskSet").isArray()).isTrue();
    assertThat(response.path("InvocationCancelTaskSet").isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"machineid", "instanceid", "randomkey", "timestamp", "signature"})
  void eachPartOfTheIdentityIsRequired(String header) {
    ProtocolAgent agent = registered();
    Map<String, String> headers = new LinkedHashMap<>(agent.signed());
    headers.remove(header);

    assertError(agent.send(headers, TASKS), "AuthFailure.InvalidAuthorization");
    assertRefused(agent, headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"machineid", "randomkey", "timestamp", "signature"})
  void eachPartOfTheIdentityIsSigned(String header) {
    ProtocolAgent agent = registered();
    Map<String, String> headers = new LinkedHashMap<>(agent.signed());
    headers.compute(
        header, (name, value) -> (value.startsWith("1") ? "2" : "1") + value.substring(1));

    assertError(agent.send(headers, TASKS), "AuthFailure.SignatureFailure");
    assertRefused(agent, headers);
  }

  @Test
  void anotherKeyIsRefused() {
    ProtocolAgent agent = registered();

    assertError(
        agent.withNewKey().instanceId(agent.instanceId()).tasks(), "AuthFailure.SignatureFailure");
  }

  @Test
  void anUnknownInstanceIsRefused() {
    ProtocolAgent agent = registered().instanceId("rins-00000000");

    assertError(agent.tasks(), "ResourceNotFound.InstanceNotFound");
    assertRefused(agent, agent.signed());
  }

  @Test
  void theClocksMayBeMinutesApart() {
    ProtocolAgent agent = registered();

    assertOk(agent.clockSkew(Duration.ofMinutes(-4)).tasks());
    assertOk(agent.clockSkew(Duration.ofMinutes(4)).tasks());
    assertError(agent.clockSkew(Duration.ofMinutes(-6)).tasks(), "AuthFailure.SignatureExpire");
    assertError(agent.clockSkew(Duration.ofMinutes(6)).tasks(), "AuthFailure.SignatureExpire");
  }

  @Test
  void aRequestMayBeRepeatedButItsSignatureNotUsedForAnother() {
    ProtocolAgent agent = registered();
    Map<String, String> headers = agent.signed();

    assertOk(agent.send(headers, TASKS));
    assertOk(agent.send(headers, TASKS));
    assertError(
        agent.send(headers, ProtocolAgent.action("GetCosCredential")),
        "AuthFailure.SignatureFailure");
    assertRefused(agent, headers);
  }

  @Test
  void theEndOfTheRandomKeyCannotBecomeTheBeginningOfTheTimestamp() {
    ProtocolAgent agent = registered();
    Map<String, String> headers = new LinkedHashMap<>(agent.signed());
    assertOk(agent.send(headers, TASKS));
    String timestamp = Objects.requireNonNull(headers.get("timestamp"));
    headers.compute("randomkey", (name, value) -> value + timestamp.charAt(0));
    headers.put("timestamp", timestamp.substring(1));

    assertThat(
            agent
                .send(headers, ProtocolAgent.action("GetCosCredential"))
                .at("/Error/Code")
                .asString())
        .startsWith("AuthFailure.Signature");
  }

  @Test
  void aConnectionNeedsASignatureOfItsOwn() {
    ProtocolAgent agent = registered();
    Map<String, String> headers = agent.signed();
    agent.connect(headers).join();

    assertRefused(agent, headers);
  }

  @Test
  void aBrowserIsRefused() {
    ProtocolAgent agent = registered();
    Map<String, String> headers = new LinkedHashMap<>(agent.signed());
    headers.put("Origin", "http://evil.example");

    assertThat(agent.send(headers, TASKS).isMissingNode()).isTrue();
    assertRefused(agent, headers);
  }

  @Test
  void whatIsNoRequestIsRefused() {
    ProtocolAgent agent = registered();

    assertError(agent.send(Body.of("{}")), "MissingParameter");
    assertError(agent.send(Body.of("{'Action': 1}")), "InvalidParameter");
    assertError(agent.send(ProtocolAgent.action("Unknown")), "InvalidAction");
    assertError(
        agent.send(ProtocolAgent.action("ReportAgentLog").with("LogInfo", "x".repeat(300_000))),
        "RequestSizeLimitExceeded");
  }

  @Test
  void theOtherActionsOfAnAgentAreAnswered() {
    ProtocolAgent agent = registered();

    var update = agent.send(ProtocolAgent.action("CheckUpdate").with("Version", "1.1.9"));
    assertOk(update);
    assertThat(update.path("NeedUpdate").isBoolean()).isTrue();
    assertThat(update.path("NeedUpdate").asBoolean()).isFalse();
    assertOk(agent.send(ProtocolAgent.action("ReportAgentLog").with("LogInfo", "text")));
    assertError(
        agent.send(ProtocolAgent.action("GetCosCredential")), "ResourceNotFound.RoleNotFound");
  }

  private static void assertRefused(ProtocolAgent agent, Map<String, String> headers) {
    assertThatThrownBy(() -> agent.connect(headers).join())
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }
}
