package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Control;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ControlErrorsTest extends AcceptanceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT | clock | {} | mode",
        "PUT | clock | {'mode': 'fast'} | mode",
        "PUT | clock | {'mode': 'real', 'now': '2021-08-31T15:59:00Z'} | real",
        "PUT | clock | {'mode': 'frozen', 'offset': 'PT1H'} | frozen",
        "PUT | clock | {'mode': 'frozen', 'now': 'soon'} | the member now cannot be that; times",
        "PUT | clock | {'mode': 'frozen', 'time': 'soon'} | there is no member time here",
        "PUT | clock | {'mode': 'offset', 'offset': '-P9999999D'} | offset is too far",
        "PUT | clock | {'mode': 'offset', 'now': '-1000000000-01-01T00:00:00Z'} | now is too far",
        "PUT | clock | {'mode': 'offset', 'now': '+1000000000-12-31T23:59:59.999Z'} | now is too far",
        "PUT | clock | [ | JSON",
        "POST | clock/advance | {} | by",
        "POST | clock/advance | {'by': 'PT1H', 'to': '2031-08-31T15:59:00Z'} | by",
        "POST | clock/advance | {'by': 'an hour'} | durations",
        "PUT | seed | {'seed': 1.5} | seed",
        "PUT | seed | {'seed': '7'} | seed",
        "PUT | seed | {'seed': 1, 'seed': 2} | the JSON object",
        "GET | requests?limit=many | \"\" | limit",
        "GET | requests?limit=-1 | \"\" | limit",
        "POST | snapshots/one/fork | \"\" | as",
        "PUT | snapshots/.. | \"\" | the name of a snapshot",
        "PUT | outcomes | {'rules': [null]} | rules is a list",
        "PUT | instances/ins-abcdefgh?region=a_b | {} | account and region",
        "POST | faults | {'agentOffline': {'from': '+10000-01-01T00:00:00Z'}} | from is a time from",
        "POST | faults | {'agentOffline': {'from': '1969-12-31T23:59:59Z'}} | from is a time from",
        "POST | outcomes | {'outcome': {'status': 'RUNNING'}} | status is one of",
        "POST | outcomes | {'outcome': {'status': 'DONE'}} | outcome.status",
        "POST | outcomes | {'outcome': {'duration': 'PT-1S'}} | duration is from PT0S",
        "POST | outcomes | {'outcome': {'duration': 'long'}} | outcome.duration",
        "POST | outcomes | {'match': {'content': '('}} | content is a regular expression",
        "POST | outcomes | {'match': {'run': 0}} | run counts from 1",
        "POST | outcomes | {'match': {'probability': 2}} | probability is from 0 to 1",
        "POST | outcomes | {'match': {'instanceId': 'a'}} | match.instanceId"
      })
  void saysWhatItDoesNotUnderstand(String method, String path, String body, String named) {
    Control.Reply refused = new Control(port).call(method, path, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT | outcomes | {'rules': [{}, {'match': {'parameters': {'a': '%s'}}}]}",
        "POST | outcomes | {'match': {'command': '%s'}}",
        "POST | faults | {'match': {'account': '%s'}, 'fault': {'status': 500}}"
      })
  void refusesARuleThatIsTooLongWithoutAWordInTheLog(
      String method, String path, String body, CapturedOutput output) {
    Control control = new Control(port);
    JsonNode before = control.ok("GET", path, "");

    Control.Reply refused =
        control.call(method, path, body.formatted("much-too-long-".repeat(80_000)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error())
        .isEqualTo("a rule has at most 1048576 characters when it is written as JSON");
    assertThat(control.ok("GET", path, "")).isEqualTo(before);
    assertThat(output).doesNotContain("much-too-long", "WARN", "ERROR");
  }
}
