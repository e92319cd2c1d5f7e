package io.tatemulator.client;

import static io.tatemulator.client.InvocationTask.Status.DELIVERING;
import static io.tatemulator.client.InvocationTask.Status.FAILED;
import static io.tatemulator.client.InvocationTask.Status.RUNNING;
import static io.tatemulator.client.InvocationTask.Status.SUCCESS;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each method of an outcome rule, by its effect on tasks. */
class OutcomeRuleTest extends ClientTest {
  private static final OutcomeRule FAILS = outcome().exitCode(3);

  /** A command with two parameters, whose script is {@code echo hello world}. */
  private String greeting() {
    return api.createCommand(
        Body.command("greet")
            .with("Content", "ZWNobyB7e2dyZWV0aW5nfX0ge3tuYW1lfX0=")
            .with("EnableParameter", true)
            .with("DefaultParameters", "{\"greeting\": \"hello\", \"name\": \"world\"}"));
  }

  private InvocationTask.Status invoked(String command, String parameters) {
    Body body = Body.invoke(command, "ins-aaaaaaaa").with("Parameters", parameters);
    return invoke(body).tasks().get(0).status();
  }

  @Test
  void aRuleWithoutAMethodChangesNothing() {
    control.addOutcome(outcome());

    assertThat(task().status()).isEqualTo(SUCCESS);
    assertThat(control.outcomes()).containsExactly(new RuleStats<>(outcome(), 1, 1));
  }

  @Test
  void matchesACommandByNameOrId() {
    String greet = greeting();
    String other = api.createCommand(Body.command("other"));

    control.addOutcome(FAILS.command("greet"));
    assertThat(invoked(greet, "{}")).isEqualTo(FAILED);
    assertThat(invoked(other, "{}")).isEqualTo(SUCCESS);

    control.replaceOutcomes(List.of(FAILS.command(other)));
    assertThat(invoked(greet, "{}")).isEqualTo(SUCCESS);
    assertThat(invoked(other, "{}")).isEqualTo(FAILED);
  }

  @Test
  void matchesTheContentOfTheScript() {
    control.addOutcome(FAILS.content("^echo bye"));
    String greet = greeting();

    assertThat(invoked(greet, "{}")).isEqualTo(SUCCESS);
    assertThat(invoked(greet, "{\"greeting\": \"bye\"}")).isEqualTo(FAILED);
  }

  @Test
  void matchesAnInstance() {
    control.addOutcome(FAILS.instance("ins-bbbbbbbb"));

    assertThat(statuses("ins-aaaaaaaa", "ins-bbbbbbbb")).containsExactly(SUCCESS, FAILED);
  }

  @Test
  void matchesParameters() {
    String greet = greeting();

    control.addOutcome(FAILS.parameter("greeting", "bye").parameter("name", "moon"));
    assertThat(invoked(greet, "{\"greeting\": \"bye\"}")).isEqualTo(SUCCESS);
    assertThat(invoked(greet, "{\"greeting\": \"bye\", \"name\": \"moon\"}")).isEqualTo(FAILED);

    control.replaceOutcomes(List.of(FAILS.parameters(Map.of("name", "sun"))));
    assertThat(invoked(greet, "{\"name\": \"moon\"}")).isEqualTo(SUCCESS);
    assertThat(invoked(greet, "{\"name\": \"sun\"}")).isEqualTo(FAILED);
  }

  @Test
  void appliesToTheNthMatch() {
    control.addOutcome(FAILS.nth(2));

    assertThat(statuses("ins-aaaaaaaa", "ins-bbbbbbbb", "ins-cccccccc"))
        .containsExactly(SUCCESS, FAILED, SUCCESS);
    assertThat(control.outcomes()).containsExactly(new RuleStats<>(FAILS.nth(2), 3, 1));
  }

  @Test
  void appliesByProbability() {
    String[] instances =
        IntStream.range(0, 50).mapToObj("ins-%08d"::formatted).toArray(String[]::new);

    control.addOutcome(FAILS.probability(0));
    assertThat(statuses(instances)).containsOnly(SUCCESS);
    control.replaceOutcomes(List.of(FAILS.probability(1)));
    assertThat(statuses(instances)).containsOnly(FAILED);

    control.replaceOutcomes(List.of(FAILS.probability(0.5, 7)));
    List<InvocationTask.Status> first = statuses(instances);
    control.replaceOutcomes(List.of(FAILS.probability(0.5, 7)));
    assertThat(statuses(instances)).isEqualTo(first).contains(SUCCESS, FAILED);
    control.replaceOutcomes(List.of(FAILS.probability(0.5, 8)));
    assertThat(statuses(instances)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void setsTheStatus(Outcome.Status status) {
    control.addOutcome(outcome().status(status));

    String invocationId = run(Body.run("ins-aaaaaaaa")).invocationId();
    control.advance(Duration.ofMinutes(1));

    assertThat(tenant.invocation(invocationId).tasks().get(0).status())
        .isEqualTo(InvocationTask.Status.valueOf(status.name()));
  }

  @Test
  void setsExitCodeOutputAndErrorInfo() {
    control.addOutcome(outcome().exitCode(3).output("no such file: 文件").errorInfo("why"));

    InvocationTask task = task();

    assertThat(task.status()).isEqualTo(FAILED);
    assertThat(task.exitCode()).isEqualTo(3);
    assertThat(task.output()).isEqualTo("no such file: 文件");
    assertThat(task.errorInfo()).isEqualTo("why");
  }

  @Test
  void setsDelayAndDuration() {
    control.addOutcome(outcome().delay(Duration.ofSeconds(10)).duration(Duration.ofSeconds(5)));
    String invocationId = run(Body.run("ins-aaaaaaaa")).invocationId();

    control.advance(Duration.ofSeconds(9));
    assertThat(tenant.invocation(invocationId).tasks().get(0).status()).isEqualTo(DELIVERING);
    control.advance(Duration.ofSeconds(5));
    assertThat(tenant.invocation(invocationId).tasks().get(0).status()).isEqualTo(RUNNING);
    control.advance(Duration.ofSeconds(1));

    InvocationTask task = tenant.invocation(invocationId).tasks().get(0);
    assertThat(task.status()).isEqualTo(SUCCESS);
    assertThat(task.startedAt()).isEqualTo(START.plusSeconds(10));
    assertThat(task.endedAt()).isEqualTo(START.plusSeconds(15));
  }

  @Test
  void aRuleIsReadAsItWasBuilt() {
    OutcomeRule everything =
        outcome()
            .command("deploy")
            .content("^sleep")
            .instance("ins-aaaaaaaa")
            .parameter("seconds", "90")
            .nth(2)
            .probability(0.25, -7)
            .status(Outcome.Status.TIMEOUT)
            .exitCode(-1)
            .output("half")
            .errorInfo("killed")
            .duration(Duration.ofMillis(90_001))
            .delay(Duration.ofDays(2));

    control.replaceOutcomes(List.of(everything, outcome()));

    assertThat(control.outcomes())
        .extracting(RuleStats::rule)
        .containsExactly(everything, outcome());
    control.deleteOutcomes();
    assertThat(control.outcomes()).isEmpty();
  }

  @Test
  void aMethodReturnsACopy() {
    OutcomeRule rule = outcome().command("deploy");

    assertThat(rule.nth(1)).isNotEqualTo(rule.nth(2)).isNotEqualTo(rule);
    assertThat(rule).isEqualTo(outcome().command("deploy"));
  }

  @Test
  void theEmulatorRejectsAnInvalidValue() {
    assertThatThrownBy(() -> control.addOutcome(outcome().nth(0)))
        .isInstanceOfSatisfying(
            ControlException.class, rejected -> assertThat(rejected.status()).isEqualTo(400))
        .hasMessage("invalid value for `nth`: expected at least 1, got 0");
    assertThat(control.outcomes()).isEmpty();
  }
}
