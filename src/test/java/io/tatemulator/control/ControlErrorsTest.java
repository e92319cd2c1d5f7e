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
        "PUT | clock | {} | invalid value for `mode`: expected one of real, offset, frozen, got null",
        "PUT | clock | {'mode': 'fast'} | expected one of real, offset, frozen, got fast",
        "PUT | clock | {'mode': 'real', 'now': '2021-08-31T15:59:00Z'} | `real` takes neither `now` nor `offset`, got 2021-08-31T15:59:00Z",
        "PUT | clock | {'mode': 'frozen', 'offset': 'PT1H'} | `frozen` takes `now`, not `offset`, got PT1H",
        "PUT | clock | {'mode': 'offset', 'now': '2021-08-31T15:59:00Z', 'offset': 'PT1H'} | got 2021-08-31T15:59:00Z and PT1H",
        "PUT | clock | {'mode': 'frozen', 'now': 'soon'} | invalid value for `now`: expected an ISO-8601 time",
        "PUT | clock | {'mode': 'frozen', 'time': 'soon'} | unknown member `time`",
        "PUT | clock | {'mode': 'offset', 'offset': '-P9999999D'} | invalid value for `offset`: expected less than 4000000 days from the host's clock, got PT-239999976H",
        "PUT | clock | {'mode': 'offset', 'now': '-1000000000-01-01T00:00:00Z'} | invalid value for `now`: expected less than",
        "PUT | clock | {'mode': 'offset', 'now': '+1000000000-12-31T23:59:59.999Z'} | from the host's clock, got +1000000000-12-31T23:59:59.999Z",
        "PUT | clock | [ | JSON",
        "POST | clock/advance | {} | specify exactly one of `by` and `to`",
        "POST | clock/advance | {'by': 'PT1H', 'to': '2031-08-31T15:59:00Z'} | exactly one of `by` and `to`",
        "POST | clock/advance | {'by': 'an hour'} | invalid value for `by`: expected an ISO-8601 duration",
        "PUT | seed | {'seed': null} | invalid value for `seed`: expected an integer, got null",
        "PUT | seed | {'seed': 1.5} | seed",
        "PUT | seed | {'seed': '7'} | seed",
        "PUT | seed | {'seed': 1, 'seed': 2} | the JSON object",
        "GET | requests?limit=many | \"\" | limit",
        "GET | requests?limit=-1 | \"\" | limit",
        "POST | snapshots/one/fork | \"\" | as",
        "PUT | snapshots/.. | \"\" | invalid snapshot name `..`",
        "PUT | outcomes | {'rules': [null]} | invalid value for `rules`: expected a list of rules, got null in it",
        "PUT | outcomes | {} | invalid value for `rules`: expected a list of rules, got null",
        "PUT | instances/ins-abcdefgh?region=a_b | {} | account and region",
        "POST | faults | {'agentOffline': {'from': '+10000-01-01T00:00:00Z'}} | for `from`: expected a time from",
        "POST | faults | {'agentOffline': {'from': '1969-12-31T23:59:59Z'}} | for `from`: expected a time from",
        "POST | outcomes | {'outcome': {'status': 'RUNNING'}} | invalid value for `status`: expected one of [DELIVER_FAILED, START_FAILED, SUCCESS, FAILED, TIMEOUT, TASK_TIMEOUT], got RUNNING",
        "POST | outcomes | {'outcome': {'status': 'DONE'}} | outcome.status",
        "POST | outcomes | {'outcome': {'duration': 'PT-1S'}} | invalid value for `duration`: expected PT0S to PT87600H, got PT-1S",
        "POST | outcomes | {'outcome': {'duration': 'long'}} | outcome.duration",
        "POST | outcomes | {'match': {'content': '('}} | invalid value for `content`: expected a regular expression",
        "POST | outcomes | {'match': {'nth': 0}} | invalid value for `nth`: expected at least 1",
        "POST | outcomes | {'match': {'probability': 2}} | invalid value for `probability`: expected 0 to 1",
        "POST | outcomes | {'match': {'instanceId': 'a'}} | match.instanceId",
        "POST | outcomes | {'match': {'run': 1, 'nth': 2}} | specify at most one of `nth` and `run`, its deprecated name",
        "PUT | outcomes | {'rules': [{'match': {'nth': 1, 'run': 1}}]} | at most one of `nth` and `run`",
        "POST | faults | {'match': {'times': 2, 'calls': 1}, 'fault': {'status': 500}} | at most one of `times` and `calls`",
        "POST | faults | {'fault': {'answer': 'half', 'response': 'empty'}} | at most one of `response` and `answer`"
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
        "outcomes | {'outcome': {'output': '%s'}} | 100000",
        "outcomes | {'outcome': {'errorInfo': '%s'}} | 4000",
        "faults | {'fault': {'code': 'InternalError', 'message': '%s'}} | 1000"
      })
  void anErrorNamesTheLengthOfATextThatIsTooLong(String path, String body, int max) {
    Control.Reply refused =
        new Control(port).call("POST", path, body.formatted("x".repeat(max + 1)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error())
        .endsWith("expected at most %d characters, got %d".formatted(max, max + 1));
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
        .isEqualTo("a rule is too long: expected at most 1048576 characters as JSON");
    assertThat(control.ok("GET", path, "")).isEqualTo(before);
    assertThat(output).doesNotContain("much-too-long", "WARN", "ERROR");
  }
}
