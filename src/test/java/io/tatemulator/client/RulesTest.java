package io.tatemulator.client;

import static io.tatemulator.client.Rules.agentOffline;
import static io.tatemulator.client.Rules.fault;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rules that docs/java.md shows; ReadmeTest compares the page with this text. */
class RulesTest extends ClientTest {
  @Test
  void theEmulatorAcceptsTheRulesOfThePage() {
    control.addOutcome(outcome().command("deploy").nth(2).exitCode(3).output("no such file"));
    control.addOutcome(outcome().content("^sleep").duration(Duration.ofSeconds(90)));
    control.addFault(fault("RunCommand").times(1).error("RequestLimitExceeded"));
    control.addFault(fault().region("ap-beijing").httpStatus(503).latency(Duration.ofMillis(200)));
    control.addFault(fault("CreateInvoker").emptyResponse());
    control.addFault(agentOffline("ins-yx05ky8j").from(Instant.parse("2021-09-01T00:00:00Z")));

    assertThat(control.outcomes()).hasSize(2);
    assertThat(control.faults()).hasSize(4);
  }
}
