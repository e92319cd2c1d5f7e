package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.RawHttp;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Calls that fail because a test wants them to. */
class FaultsTest extends ControlTest {
  private static final Body INVOKER = Body.once("2099-09-01T00:00:00+08:00");

  private void faults(String... rules) {
    control.ok("PUT", "faults", "{'rules': [" + String.join(",", rules) + "]}");
  }

  private long invokers() {
    return api.ok("DescribeInvokers", "{}").number("TotalCount");
  }

  private JsonNode lastCall() {
    return control.ok("GET", "requests?limit=1", "").at("/requests/0");
  }

  @Override
  protected String[] settings() {
    return new String[] {"--tat.account-per-secret-id=true"};
  }

  @Test
  void theFirstRequestsOfAnActionFailWithAnErrorOfTheCloud() {
    faults(
        "{'match': {'action': 'CreateInvoker', 'times': 2}, 'fault': {'code': 'RequestLimitExceeded'}}");

    List<Answer> answers =
        Stream.generate(() -> api.call("CreateInvoker", INVOKER)).limit(3).toList();

    assertThat(answers)
        .extracting(Answer::code)
        .containsExactly("RequestLimitExceeded", "RequestLimitExceeded", "");
    assertThat(answers.get(0).status()).isEqualTo(200);
    assertThat(answers.get(0).contentType()).isEqualTo("application/json");
    assertThat(answers.get(0).members()).containsExactlyInAnyOrder("Error", "RequestId");
    assertThat(answers.get(0).message()).isNotBlank();
    assertThat(invokers()).isEqualTo(1);
    JsonNode rule = control.ok("GET", "faults", "").at("/rules/0");
    assertThat(rule.path("matched").asLong()).isEqualTo(3);
    assertThat(rule.path("applied").asLong()).isEqualTo(2);
  }

  @Test
  void everyRequestFailsUntilTheFaultIsDeleted() {
    faults("{'fault': {'code': 'RequestLimitExceeded', 'message': 'slower'}}");

    Answer refused = api.call("DescribeRegions", "{}");
    assertThat(refused.code()).isEqualTo("RequestLimitExceeded");
    assertThat(refused.message()).isEqualTo("slower");
    assertThat(api.call("DescribeInvokers", "{}").code()).isEqualTo("RequestLimitExceeded");
    control.ok("DELETE", "faults", "");

    assertThat(invokers()).isZero();
  }

  @Test
  void oneAccountIsSparedAndAnotherIsNot() {
    new Api(emulator.port(), "AKIDONE").ok("DescribeRegions", "{}");
    String account = lastCall().path("account").asString();
    faults(
        "{'match': {'account': '" + account + "'}, 'fault': {'code': 'AuthFailure.TokenFailure'}}",
        "{'match': {'region': 'ap-beijing'}, 'fault': {'code': 'RequestLimitExceeded'}}");

    assertThat(new Api(emulator.port(), "AKIDONE").call("DescribeRegions", "{}").code())
        .isEqualTo("AuthFailure.TokenFailure");
    assertThat(new Api(emulator.port(), "AKIDTWO").call("DescribeRegions", "{}").code()).isEmpty();
    assertThat(
            new Api(emulator.port(), "AKIDTWO")
                .with("X-TC-Region", "ap-beijing")
                .call("DescribeRegions", "{}")
                .code())
        .isEqualTo("RequestLimitExceeded");
  }

  @Test
  void theFirstMatchingFaultIsApplied() {
    faults(
        "{'match': {'times': 1}, 'fault': {'code': 'RequestLimitExceeded'}}",
        "{'match': {'action': 'DescribeRegions'}, 'fault': {'code': 'UnknownParameter'}}");

    assertThat(api.call("DescribeRegions", "{}").code()).isEqualTo("RequestLimitExceeded");
    assertThat(api.call("DescribeRegions", "{}").code()).isEqualTo("UnknownParameter");
    assertThat(api.call("DescribeInvokers", "{}").code()).isEmpty();
  }

  @Test
  void anHttpStatusReplacesTheResponse() {
    faults("{'fault': {'status': 503}}");

    String answer =
        new RawHttp(emulator.port()).exchange(RawHttp.post("Content-Length: 2\r\n", "{}"));

    assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("Content-Length: 0");
    assertThat(lastCall().path("code").asString()).isEqualTo("HTTP 503");
    assertThat(lastCall().at("/fault/status").asInt()).isEqualTo(503);
  }

  @Test
  void theResponseIsDroppedAfterTheActionIsExecuted() {
    faults("{'match': {'action': 'CreateInvoker'}, 'fault': {'response': 'empty'}}");

    assertThatThrownBy(() -> api.call("CreateInvoker", INVOKER))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(invokers()).isEqualTo(1);
  }

  @Test
  void halfOfTheResponseIsSent() {
    faults("{'match': {'action': 'DescribeRegions'}, 'fault': {'response': 'truncated'}}");

    String answer =
        new RawHttp(emulator.port()).exchange(RawHttp.post("Content-Length: 2\r\n", "{}"));

    int promised = Integer.parseInt(answer.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
    String body = answer.split("\r\n\r\n", 2)[1];
    assertThat(body).startsWith("{\"Response\":").hasSize(promised / 2);
  }

  @Test
  void theResponseIsDelayed() {
    faults(
        "{'match': {'times': 1}, 'fault': {'latency': 'PT0.2S', 'code': 'RequestLimitExceeded'}}",
        "{'fault': {'latency': 'PT0.1S'}}");

    assertThat(api.call("DescribeRegions", "{}").code()).isEqualTo("RequestLimitExceeded");
    assertThat(lastCall().path("millis").asDouble()).isGreaterThanOrEqualTo(200);
    assertThat(api.call("DescribeRegions", "{}").code()).isEmpty();
    assertThat(lastCall().path("millis").asDouble()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void anAgentGoesOfflineAtAnInstant() {
    control.freeze("2021-08-31T15:50:00Z");
    api.createInvoker(Body.recurring("*/10 * * * *"));
    faults(
        "{'match': {'instance': 'ins-yx05ky8j'}, 'agentOffline': {'from': '2021-08-31T16:05:00Z'}}");

    assertThat(api.call("RunCommand", Body.run("ins-yx05ky8j")).code()).isEmpty();
    control.advance(Duration.ofMinutes(20));

    assertThat(api.call("RunCommand", Body.run("ins-yx05ky8j")).code())
        .isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code()).isEmpty();
    assertThat(
            api.ok("DescribeAutomationAgentStatus", "{'InstanceIds': ['ins-yx05ky8j']}")
                .text("AutomationAgentSet/0/AgentStatus"))
        .isEqualTo("Offline");
    assertThat(control.ok("GET", "instances/ins-yx05ky8j", "").path("agent").asString())
        .isEqualTo("offline");
    assertThat(api.ok("DescribeInvokerRecords", "{}").texts("InvokerRecordSet", "Result"))
        .containsExactly("FAILED", "SUCCESS");
    control.ok("DELETE", "faults", "");
    assertThat(api.call("RunCommand", Body.run("ins-yx05ky8j")).code()).isEmpty();
  }

  @Test
  void faultsAndTheirCountersSurviveARestart() {
    faults("{'match': {'times': 2}, 'fault': {'code': 'RequestLimitExceeded'}}");
    api.call("DescribeRegions", "{}");

    restart();

    assertThat(api.call("DescribeRegions", "{}").code()).isEqualTo("RequestLimitExceeded");
    assertThat(api.call("DescribeRegions", "{}").code()).isEmpty();
  }

  @Test
  void aResetDeletesThem() {
    faults("{'fault': {'code': 'RequestLimitExceeded'}}");

    control.call("POST", "reset", "");

    assertThat(api.call("DescribeRegions", "{}").code()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'match': {'action': 'StartInvoker'}, 'fault': {'status': 500}} | no action StartInvoker in tag, tat",
        "{'fault': {'code': 'Broken'}} | no error code Broken in tag, tat",
        "{'fault': {'status': 200}} | for `status`: expected 400 to 599",
        "{'fault': {'status': 500, 'code': 'RequestLimitExceeded'}} | one of `code`, `status` and `response`",
        "{'fault': {'message': 'why'}} | `message` requires `code`",
        "{'fault': {'response': 'none'}} | fault.response",
        "{'fault': {'latency': 'PT-1S'}} | for `latency`: expected PT0S",
        "{'match': {'times': 0}, 'fault': {'status': 500}} | for `times`: expected at least 1",
        "{'match': {'instance': 'ins-aaaaaaaa'}, 'fault': {'status': 500}} | `instance` requires `agentOffline`",
        "{'match': {'action': 'RunCommand'}, 'agentOffline': {}} | cannot be combined with `action` or `times`",
        "{} | exactly one of `fault` and `agentOffline`",
        "{'fault': {}} | `fault` is empty",
        "{'fault': {'error': 'x'}} | fault.error"
      })
  void anInvalidRuleIsRejected(String rule, String named) {
    Control.Reply refused = control.call("POST", "faults", rule);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains(named);
    assertThat(control.ok("GET", "faults", "").path("rules")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"dropped, empty", "half, truncated"})
  void theFormerNamesOfMembersAndValuesAreRead(String former, String present) {
    faults("{'match': {'calls': 2}, 'fault': {'answer': '" + former + "'}}");

    JsonNode rule = control.ok("GET", "faults", "").at("/rules/0/rule");

    assertThat(rule.at("/match/times").asInt()).isEqualTo(2);
    assertThat(rule.at("/fault/response").asString()).isEqualTo(present);
    assertThat(rule.at("/match/calls").isMissingNode()).isTrue();
    assertThat(rule.at("/fault/answer").isMissingNode()).isTrue();
  }
}
