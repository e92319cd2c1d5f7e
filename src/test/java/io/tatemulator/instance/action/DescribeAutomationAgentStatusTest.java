package io.tatemulator.instance.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.FilterContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeAutomationAgentStatusTest extends FilterContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeAutomationAgentStatus",
        "AutomationAgentSet",
        "InstanceIds",
        "InstanceId",
        "ins-notfound",
        "cmd-00000000",
        "InvalidParameterValue.InvalidInstanceId",
        "InvalidParameterValue.LimitExceeded",
        new Limits("InvalidParameterValue.LimitExceeded", ""));
  }

  @Override
  protected String idFilter() {
    return "instance-id";
  }

  @Override
  protected String manyValuesCode() {
    return "InvalidParameterValue.LimitExceeded";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.LimitExceeded";
  }

  @Override
  protected List<String> givenToAll() {
    return List.of(INSTANCE);
  }

  // An undeclared instance is created for each tenant that names it.
  @Override
  protected void assertStrangerCannotName(Api stranger, List<String> created) {
    assertThat(names(stranger, all())).containsExactly(INSTANCE);
  }

  @Override
  protected List<String> create(Api caller, int count) {
    List<String> ids = new ArrayList<>();
    caller.ok("DescribeAutomationAgentStatus", "{}");
    for (int i = 0; i < count; i++) {
      hostClock.advance(TICK);
      // Neither ascending nor descending, so that no sorting by name passes for one by age.
      String id = "ins-%08d".formatted(i * 7 % 23);
      name(caller, id);
      ids.add(id);
    }
    return ids;
  }

  private static Answer name(Api caller, String id) {
    return caller.ok("DescribeAutomationAgentStatus", all().with("InstanceIds", List.of(id)));
  }

  @Test
  void showsAnAgentAsDocumented() {
    Answer answer = name(api, "lhins-ar5wyn4x");

    assertThat(answer.members())
        .containsExactlyInAnyOrder("TotalCount", "AutomationAgentSet", "RequestId");
    var agent = answer.list("AutomationAgentSet").get(0);
    assertThat(agent.path("InstanceId").asString()).isEqualTo("lhins-ar5wyn4x");
    assertThat(agent.path("AgentStatus").asString()).isEqualTo("Online");
    assertThat(agent.path("Environment").asString()).isEqualTo("Linux");
    assertThat(agent.path("Version").asString()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(agent.path("SupportFeatures").isArray()).isTrue();
    assertThat(agent.propertyNames()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "ins-offline0, Offline, Linux",
    "ins-stopped0, Offline, Linux",
    "ins-windows0, Online, Windows",
    "rins-uf673dgi, Online, Linux"
  })
  void knowsTheInstancesThatStandForFailures(String id, String status, String environment) {
    Answer answer = name(api, id);

    assertThat(answer.text("AutomationAgentSet/0/AgentStatus")).isEqualTo(status);
    assertThat(answer.text("AutomationAgentSet/0/Environment")).isEqualTo(environment);
  }

  @ParameterizedTest
  @CsvSource({"ins-noagent0", "ins-notfound"})
  void leavesOutWhatHasNoAgent(String id) {
    assertThat(name(api, id).list("AutomationAgentSet")).isEmpty();
    assertThat(name(api, id).number("TotalCount")).isZero();
    assertThat(names(api, all())).containsExactly(INSTANCE);
  }

  @Test
  void showsThatAnOnlineAgentHasJustReportedAndAnOfflineOneHasNot() {
    name(api, "ins-offline0");
    Instant later = Instant.now(clock).plus(Duration.ofHours(1)).minusSeconds(1);
    hostClock.advance(Duration.ofHours(1));

    assertThat(heartbeat(INSTANCE)).isAfterOrEqualTo(later);
    assertThat(heartbeat("ins-offline0")).isBefore(later);
  }

  private Instant heartbeat(String id) {
    return Instant.parse(name(api, id).text("AutomationAgentSet/0/LastHeartbeatTime"));
  }

  @Test
  void filtersByStatusAndEnvironment() {
    for (String id : List.of("ins-offline0", "ins-windows0", "ins-noagent0")) {
      hostClock.advance(TICK);
      name(api, id);
    }

    assertThat(names(api, filtered(filter("agent-status", "Offline"))))
        .containsExactly("ins-offline0");
    assertThat(names(api, filtered(filter("agent-status", "Online"))))
        .containsExactly("ins-windows0", INSTANCE);
    assertThat(names(api, filtered(filter("environment", "Windows"))))
        .containsExactly("ins-windows0");
    assertThat(
            names(api, filtered(filter("environment", "Linux"), filter("agent-status", "Online"))))
        .containsExactly(INSTANCE);
    assertThat(names(api, filtered(filter("environment", "Linux", "Windows")))).hasSize(3);
    assertThat(
            names(
                api,
                filtered(filter("instance-id", "ins-offline0"), filter("agent-status", "Online"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"agent-status, online", "environment, linux", "agent-status, ''"})
  void refusesValuesOutsideAnEnumeration(String name, String value) {
    assertThat(list(api, filtered(filter(name, value))).code())
        .isEqualTo("InvalidParameterValue.InvalidFilter");
  }
}
