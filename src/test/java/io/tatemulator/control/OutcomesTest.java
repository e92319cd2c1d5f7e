package io.tatemulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How tasks end when tests say how, on a clock that stands. */
class OutcomesTest extends ControlTest {
  private static final String START = "2021-08-31T16:00:00Z";

  @BeforeEach
  void freeze() {
    control.freeze(START);
  }

  private void rules(String... rules) {
    control.ok("PUT", "outcomes", "{'rules': [" + String.join(",", rules) + "]}");
  }

  private void run(Body body) {
    api.ok("RunCommand", body);
    control.advance(Duration.ZERO);
  }

  private Answer invocations() {
    return api.ok("DescribeInvocations", "{}");
  }

  private JsonNode task(String instance) {
    return api
        .ok("DescribeInvocationTasks", "{'HideOutput': false}")
        .list("InvocationTaskSet")
        .stream()
        .filter(task -> task.path("InstanceId").asString().equals(instance))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneOfTwoInstancesFails() {
    rules(
        "{'match': {'instance': 'ins-bbbbbbbb'},"
            + " 'outcome': {'exitCode': 3, 'output': 'no such file', 'errorInfo': 'why'}}");

    run(Body.run("ins-aaaaaaaa", "ins-bbbbbbbb"));

    assertThat(invocations().text("InvocationSet/0/InvocationStatus")).isEqualTo("PARTIAL_FAILED");
    assertThat(task("ins-aaaaaaaa").path("TaskStatus").asString()).isEqualTo("SUCCESS");
    JsonNode failed = task("ins-bbbbbbbb");
    assertThat(failed.path("TaskStatus").asString()).isEqualTo("FAILED");
    assertThat(failed.at("/TaskResult/ExitCode").asInt()).isEqualTo(3);
    assertThat(decoded(failed)).isEqualTo("no such file");
    assertThat(failed.path("ErrorInfo").asString()).isEqualTo("why");
    JsonNode rule = control.ok("GET", "outcomes", "").at("/rules/0");
    assertThat(rule.path("applied").asInt()).isEqualTo(1);
  }

  private static String decoded(JsonNode task) {
    byte[] output = Base64.getDecoder().decode(task.at("/TaskResult/Output").asString());
    return new String(output, UTF_8);
  }

  @Test
  void aScriptThatTakesLongerThanItsTimeoutEndsThen() {
    rules("{'outcome': {'duration': 'PT90S', 'output': 'half'}}");
    run(Body.run("ins-aaaaaaaa"));

    control.advance(Duration.ofMillis(59_999));
    assertThat(task("ins-aaaaaaaa").path("TaskStatus").asString()).isEqualTo("RUNNING");
    control.advance(Duration.ofMillis(1));

    JsonNode task = task("ins-aaaaaaaa");
    assertThat(task.path("TaskStatus").asString()).isEqualTo("TIMEOUT");
    assertThat(task.at("/TaskResult/ExitCode").asInt()).isEqualTo(-1);
    assertThat(decoded(task)).isEqualTo("half");
    assertThat(task.path("EndTime").asString()).isEqualTo("2021-08-31T16:01:00Z");
  }

  @Test
  void aTaskThatWaitsMayBeCancelledBeforeItStarts() {
    rules("{'outcome': {'delay': 'PT10S', 'duration': 'PT5S'}}");
    run(Body.run("ins-aaaaaaaa"));
    run(Body.run("ins-bbbbbbbb"));
    control.advance(Duration.ofSeconds(9));
    String first = invocations().text("InvocationSet/1/InvocationId");
    api.ok("CancelInvocation", "{'InvocationId': '" + first + "'}");

    control.advance(Duration.ofSeconds(3));
    assertThat(task("ins-aaaaaaaa").path("TaskStatus").asString()).isEqualTo("CANCELLED");
    assertThat(task("ins-bbbbbbbb").path("TaskStatus").asString()).isEqualTo("RUNNING");
    control.advance(Duration.ofSeconds(3));
    assertThat(task("ins-bbbbbbbb").path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(task("ins-bbbbbbbb").path("StartTime").asString()).isEqualTo("2021-08-31T16:00:10Z");
    assertThat(task("ins-bbbbbbbb").path("EndTime").asString()).isEqualTo("2021-08-31T16:00:15Z");
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, SUCCESS, 0",
    "FAILED, FAILED, 1",
    "TIMEOUT, TIMEOUT, -1",
    "TASK_TIMEOUT, TASK_TIMEOUT, 0",
    "START_FAILED, START_FAILED, 0",
    "DELIVER_FAILED, DELIVER_FAILED, 0"
  })
  void endsAsTheRuleSays(String status, String ends, int exitCode) {
    rules("{'outcome': {'status': '" + status + "'}}");
    run(Body.run("ins-aaaaaaaa"));
    control.advance(Duration.ofSeconds(60));

    JsonNode task = task("ins-aaaaaaaa");
    assertThat(task.path("TaskStatus").asString()).isEqualTo(ends);
    assertThat(task.at("/TaskResult/ExitCode").asInt()).isEqualTo(exitCode);
  }

  @Test
  void theFirstMatchingRuleIsApplied() {
    String command =
        api.createCommand(
            Body.command("deploy")
                .with("Content", "ZWNobyB7e3dvcmR9fQ==")
                .with("EnableParameter", true)
                .with("DefaultParameters", "{\"word\": \"hello\"}"));
    rules(
        "{'match': {'parameters': {'word': 'bye'}}, 'outcome': {'exitCode': 1}}",
        "{'match': {'content': '^echo he', 'nth': 2}, 'outcome': {'exitCode': 2}}",
        "{'match': {'command': 'deploy'}, 'outcome': {'exitCode': 3}}",
        "{'match': {'command': '" + command + "'}, 'outcome': {'exitCode': 4}}");

    for (String parameters : List.of("{}", "{}", "{}", "{\"word\":\"bye\"}")) {
      api.ok("InvokeCommand", Body.invoke(command, "ins-aaaaaaaa").with("Parameters", parameters));
      control.advance(Duration.ofSeconds(1));
    }

    assertThat(
            api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").stream()
                .map(task -> task.at("/TaskResult/ExitCode").asInt()))
        .containsExactly(1, 3, 2, 3);
  }

  @Test
  void chanceIsTheSameEachTime() {
    String rule = "{'match': {'probability': 0.3, 'seed': 7}, 'outcome': {'status': 'FAILED'}}";
    String[] many =
        IntStream.range(0, 100).mapToObj(i -> "ins-%08d".formatted(i)).toArray(String[]::new);
    rules(rule);
    run(Body.run(many));
    int hits = control.ok("GET", "outcomes", "").at("/rules/0/applied").asInt();
    rules(rule);
    run(Body.run(many));

    assertThat(hits).isBetween(15, 45);
    assertThat(control.ok("GET", "outcomes", "").at("/rules/0/applied").asInt()).isEqualTo(hits);
  }

  @Test
  void rulesSurviveARestartAndCanBeDeleted() {
    control.ok("POST", "outcomes", "{'outcome': {'status': 'FAILED'}}");
    run(Body.run("ins-aaaaaaaa"));
    restart();

    run(Body.run("ins-bbbbbbbb"));
    assertThat(control.ok("DELETE", "outcomes", "").path("rules").isEmpty()).isTrue();
    run(Body.run("ins-cccccccc"));

    assertThat(task("ins-bbbbbbbb").path("TaskStatus").asString()).isEqualTo("FAILED");
    assertThat(task("ins-cccccccc").path("TaskStatus").asString()).isEqualTo("SUCCESS");
  }

  @Test
  void keepsTheBeginningOfALongOutput() {
    rules("{'outcome': {'output': '" + "x".repeat(30_000) + "'}}");
    run(Body.run("ins-aaaaaaaa"));

    assertThat(decoded(task("ins-aaaaaaaa"))).hasSize(24_576);
    assertThat(task("ins-aaaaaaaa").at("/TaskResult/Dropped").asInt()).isEqualTo(30_000 - 24_576);
  }

  @Test
  void everyMatchingRuleCountsATask() {
    rules(
        "{'match': {'nth': 1}, 'outcome': {'exitCode': 1}}",
        "{'match': {'nth': 2}, 'outcome': {'exitCode': 2}}");
    for (int i = 0; i < 3; i++) {
      run(Body.run("ins-aaaaaaaa"));
      control.advance(Duration.ofSeconds(1));
    }

    assertThat(
            api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").stream()
                .map(task -> task.at("/TaskResult/ExitCode").asInt()))
        .containsExactly(0, 2, 1);
  }

  @Test
  void aPatternMatchesInLinearTime() {
    rules(
        "{'match': {'content': '(a+)+$'}, 'outcome': {'exitCode': 1}}",
        "{'match': {'content': '(.|b)*x'}, 'outcome': {'exitCode': 2}}");
    String script = Base64.getEncoder().encodeToString("a".repeat(40_000).getBytes(UTF_8));

    run(Body.run("ins-aaaaaaaa").with("Content", script));

    assertThat(task("ins-aaaaaaaa").path("TaskStatus").asString()).isEqualTo("FAILED");
  }

  @Test
  void theJournalShowsWhichRulesWereApplied() {
    rules("{'match': {'instance': 'ins-bbbbbbbb'}, 'outcome': {'exitCode': 3}}");

    run(Body.run("ins-aaaaaaaa", "ins-bbbbbbbb"));

    JsonNode call = control.ok("GET", "requests?action=RunCommand", "").at("/requests/0");
    assertThat(call.path("invocationId").asString())
        .isEqualTo(invocations().text("InvocationSet/0/InvocationId"));
    assertThat(call.path("outcomes")).hasSize(1);
    assertThat(call.at("/outcomes/0/instanceId").asString()).isEqualTo("ins-bbbbbbbb");
    assertThat(call.at("/outcomes/0/rule/outcome/exitCode").asLong()).isEqualTo(3);
  }

  @Test
  void theFormerNameOfNthIsRead() {
    rules("{'match': {'run': 2, 'parameters': {'run': 'a', 'nth': 'b'}}}");

    JsonNode rule = control.ok("GET", "outcomes", "").at("/rules/0/rule/match");

    assertThat(rule.path("nth").asInt()).isEqualTo(2);
    assertThat(rule.has("run")).isFalse();
  }
}
