package io.tatemulator.client;

import static io.tatemulator.client.Rules.agentOffline;
import static io.tatemulator.client.Rules.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Body;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each method of a fault rule, by its effect on requests and agents. */
class FaultRuleTest extends ClientTest {
  private static final String LIMIT = "RequestLimitExceeded";
  private static final String OFFLINE = "ResourceUnavailable.AgentStatusNotOnline";

  private String code(String action) {
    return api.call(action, "{}").code();
  }

  private String codeIn(String region) {
    return api.with("X-TC-Region", region).call("DescribeRegions", "{}").code();
  }

  private String runCode(String instance) {
    return api.call("RunCommand", Body.run(instance)).code();
  }

  private LoggedRequest last() {
    return tenant.requests().get(0);
  }

  @Test
  void matchesTheFirstRequestsOfAnAction() {
    control.addFault(fault("DescribeRegions").times(1).error(LIMIT));

    assertThat(code("DescribeInvokers")).isEmpty();
    assertThat(code("DescribeRegions")).isEqualTo(LIMIT);
    assertThat(code("DescribeRegions")).isEmpty();
    assertThat(control.faults())
        .containsExactly(new RuleStats<>(fault("DescribeRegions").times(1).error(LIMIT), 2, 1));
  }

  @Test
  void matchesARegion() {
    control.addFault(fault().region("ap-beijing").error(LIMIT));

    assertThat(codeIn("ap-beijing")).isEqualTo(LIMIT);
    assertThat(codeIn("ap-guangzhou")).isEmpty();
  }

  @Test
  void matchesAnAccount() {
    control.addFault(fault().account("200000000002").error(LIMIT));
    assertThat(code("DescribeRegions")).isEmpty();

    control.addFault(fault().account(Tenant.DEFAULT.account()).error(LIMIT));
    assertThat(code("DescribeRegions")).isEqualTo(LIMIT);
  }

  @Test
  void matchesATenant() {
    control.addFault(fault().tenant(new Tenant("200000000002", "ap-guangzhou")).error(LIMIT));
    control.addFault(
        fault().tenant(new Tenant(Tenant.DEFAULT.account(), "ap-beijing")).error(LIMIT));

    assertThat(codeIn("ap-guangzhou")).isEmpty();
    assertThat(codeIn("ap-beijing")).isEqualTo(LIMIT);
  }

  @Test
  void respondsWithAnErrorAndItsMessage() {
    control.addFault(fault().error(LIMIT, "try again"));

    assertThat(api.call("DescribeRegions", "{}").message()).isEqualTo("try again");
    assertThat(last().code()).isEqualTo(LIMIT);
    assertThat(last().message()).isEqualTo("try again");
    assertThat(last().fault()).isEqualTo(fault().error(LIMIT, "try again").fault());
  }

  @Test
  void respondsWithAnHttpStatus() {
    control.addFault(fault("CreateInvoker").httpStatus(503));

    api.with("X-TC-Action", "CreateInvoker")
        .send("POST", Body.once("2021-09-01T00:00:00+08:00").json());

    assertThat(last().code()).isEqualTo("HTTP 503");
    assertThat(api.ok("DescribeInvokers", "{}").number("TotalCount")).isZero();
  }

  @Test
  void dropsTheConnectionAfterTheActionIsExecuted() {
    control.replaceFaults(
        List.of(
            fault("CreateInvoker").times(1).emptyResponse(),
            fault("CreateInvoker").times(2).truncatedResponse()));
    Body invoker = Body.once("2021-09-01T00:00:00+08:00");

    assertThatThrownBy(() -> api.createInvoker(invoker)).isInstanceOf(UncheckedIOException.class);
    assertThat(last().fault()).isEqualTo(fault().emptyResponse().fault());
    assertThatThrownBy(() -> api.createInvoker(invoker.with("Name", "other")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(last().fault()).isEqualTo(fault().truncatedResponse().fault());

    assertThat(api.ok("DescribeInvokers", "{}").number("TotalCount")).isEqualTo(2);
  }

  @Test
  void delaysRequests() {
    control.replaceFaults(
        List.of(
            fault().times(1).error(LIMIT).latency(Duration.ofMillis(100)),
            fault().latency(Duration.ofMillis(200))));

    assertThat(code("DescribeRegions")).isEqualTo(LIMIT);
    assertThat(last().millis()).isGreaterThanOrEqualTo(100);
    assertThat(code("DescribeRegions")).isEmpty();
    assertThat(last().millis()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void takesTheAgentOfAnInstanceOffline() {
    control.addFault(agentOffline("ins-aaaaaaaa"));

    assertThat(runCode("ins-aaaaaaaa")).isEqualTo(OFFLINE);
    assertThat(runCode("ins-bbbbbbbb")).isEmpty();
    control.deleteFaults();
    assertThat(runCode("ins-aaaaaaaa")).isEmpty();
  }

  @Test
  void takesAllAgentsOfflineAtATime() {
    control.addFault(agentOffline().from(START.plusSeconds(60)));

    assertThat(runCode("ins-aaaaaaaa")).isEmpty();
    control.advance(Duration.ofMinutes(1));
    assertThat(runCode("ins-aaaaaaaa")).isEqualTo(OFFLINE);
  }

  @Test
  void takesTheAgentsOfATenantOffline() {
    Tenant other = new Tenant(Tenant.DEFAULT.account(), "ap-beijing");

    control.replaceFaults(List.of(agentOffline().account("200000000002")));
    assertThat(runCode("ins-aaaaaaaa")).isEmpty();
    control.replaceFaults(List.of(agentOffline().account(other.account())));
    assertThat(runCode("ins-aaaaaaaa")).isEqualTo(OFFLINE);
    control.replaceFaults(List.of(agentOffline().region(other.region())));
    assertThat(runCode("ins-aaaaaaaa")).isEmpty();
    control.replaceFaults(List.of(agentOffline().tenant(other)));
    assertThat(runCode("ins-aaaaaaaa")).isEmpty();
    control.replaceFaults(List.of(agentOffline().tenant(Tenant.DEFAULT)));
    assertThat(runCode("ins-aaaaaaaa")).isEqualTo(OFFLINE);
  }

  @Test
  void aRuleIsReadAsItWasBuilt() {
    List<FaultRule> rules =
        List.of(
            fault("RunCommand")
                .tenant(Tenant.DEFAULT)
                .times(2)
                .error("InternalError", "why")
                .latency(Duration.ofMillis(1_500)),
            fault().error(LIMIT),
            fault().httpStatus(599),
            fault().emptyResponse(),
            fault("DescribeRegions").truncatedResponse(),
            agentOffline(),
            agentOffline("ins-aaaaaaaa").tenant(Tenant.DEFAULT).from(START));

    control.replaceFaults(rules);

    assertThat(control.faults()).extracting(RuleStats::rule).isEqualTo(rules);
  }

  @Test
  void theEmulatorRejectsAnUnknownAction() {
    assertThatThrownBy(() -> control.addFault(fault("StartInvoker").error(LIMIT)))
        .isInstanceOfSatisfying(
            ControlException.class, rejected -> assertThat(rejected.status()).isEqualTo(400))
        .hasMessage("no action StartInvoker in tag, tat");
    assertThat(control.faults()).isEmpty();
  }
}
