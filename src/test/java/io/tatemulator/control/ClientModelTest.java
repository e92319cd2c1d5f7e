package io.tatemulator.control;

import static io.tatemulator.client.Rules.agentOffline;
import static io.tatemulator.client.Rules.fault;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.client.AdvanceResult;
import io.tatemulator.client.AgentOutage;
import io.tatemulator.client.ClockReading;
import io.tatemulator.client.Fault;
import io.tatemulator.client.FaultRule;
import io.tatemulator.client.Instance;
import io.tatemulator.client.InstanceUpdate;
import io.tatemulator.client.Invocation;
import io.tatemulator.client.InvocationTask;
import io.tatemulator.client.InvokerRecord;
import io.tatemulator.client.LoggedRequest;
import io.tatemulator.client.Outcome;
import io.tatemulator.client.OutcomeRule;
import io.tatemulator.client.RequestFault;
import io.tatemulator.client.SnapshotInfo;
import io.tatemulator.client.TaskMatch;
import io.tatemulator.client.Tenant;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the types and the rule builders of the Java client against docs/control-api.yaml. */
class ClientModelTest {
  private static final ControlApiFile API = new ControlApiFile();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The schemas that the client reads or writes; several records may share one. */
  private static final Map<String, List<Class<? extends Record>>> TYPES =
      Map.ofEntries(
          Map.entry("OutcomeRule", List.of(OutcomeRule.class)),
          Map.entry("TaskMatch", List.of(TaskMatch.class)),
          Map.entry("Outcome", List.of(Outcome.class)),
          Map.entry("FaultRule", List.of(RequestFault.class, AgentOutage.class)),
          Map.entry("FaultMatch", List.of(RequestFault.Match.class, AgentOutage.Match.class)),
          Map.entry("Fault", List.of(Fault.class)),
          Map.entry("Outage", List.of(AgentOutage.Outage.class)),
          Map.entry("Request", List.of(LoggedRequest.class)),
          Map.entry("SignatureMismatch", List.of(LoggedRequest.SignatureMismatch.class)),
          Map.entry("Decision", List.of(LoggedRequest.AppliedOutcome.class)),
          Map.entry("Clock", List.of(ClockReading.class)),
          Map.entry("AdvanceResult", List.of(AdvanceResult.class)),
          Map.entry("Fire", List.of(AdvanceResult.Fire.class)),
          Map.entry("Instance", List.of(Instance.class)),
          Map.entry("InstanceUpdate", List.of(InstanceUpdate.class)),
          Map.entry("Invocation", List.of(Invocation.class)),
          Map.entry("InvocationTask", List.of(InvocationTask.class)),
          Map.entry("InvokerRecord", List.of(InvokerRecord.class)),
          Map.entry("Snapshot", List.of(SnapshotInfo.class)));

  private static Stream<Arguments> schemas() {
    return TYPES.entrySet().stream().map(type -> Arguments.of(type.getKey(), type.getValue()));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void typesHaveTheMembersOfTheirSchemas(String schema, List<Class<? extends Record>> types) {
    Set<String> components =
        types.stream()
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    assertThat(components).containsExactlyInAnyOrderElementsOf(members(schema));
  }

  private static List<String> members(String schema) {
    return API.schema(schema).path("properties").propertyStream().map(Map.Entry::getKey).toList();
  }

  @Test
  void enumerationsHaveTheValuesOfTheirSchemas() {
    assertThat(values(Outcome.Status.values())).isEqualTo(allowed("Outcome", "status"));
    assertThat(values(Fault.ResponseLoss.values())).isEqualTo(allowed("Fault", "response"));
    assertThat(values(ClockReading.Mode.values())).isEqualTo(allowed("Clock", "mode"));
    assertThat(values(Instance.Platform.values())).isEqualTo(allowed("Instance", "platform"));
    assertThat(values(Instance.State.values())).isEqualTo(allowed("Instance", "state"));
    assertThat(values(Instance.Agent.values())).isEqualTo(allowed("Instance", "agent"));
    assertThat(values(Invocation.Status.values())).isEqualTo(allowed("Invocation", "status"));
    assertThat(values(Invocation.Source.values())).isEqualTo(allowed("Invocation", "source"));
    assertThat(values(InvocationTask.Status.values()))
        .isEqualTo(allowed("InvocationTask", "status"));
  }

  private static Set<String> values(Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(constant -> JSON.valueToTree(constant).asString())
        .collect(Collectors.toSet());
  }

  private static Set<String> allowed(String schema, String member) {
    return API.resolved(API.schema(schema).path("properties").path(member))
        .path("enum")
        .valueStream()
        .filter(value -> !value.isNull())
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  @Test
  void buildersSetEachMemberOfARule() {
    assertThat(members(List.of(everyOutcome())))
        .containsAll(leaves("TaskMatch"))
        .containsAll(leaves("Outcome"));
    assertThat(members(everyFault()))
        .containsAll(leaves("FaultMatch"))
        .containsAll(leaves("Fault"))
        .containsAll(leaves("Outage"));
  }

  private static OutcomeRule everyOutcome() {
    return outcome()
        .command("deploy")
        .content("sleep")
        .instance("ins-aaaaaaaa")
        .parameter("seconds", "90")
        .nth(2)
        .probability(0.5, 7)
        .status(Outcome.Status.FAILED)
        .exitCode(3)
        .output("no such file")
        .errorInfo("why")
        .duration(Duration.ofSeconds(90))
        .delay(Duration.ofSeconds(5));
  }

  private static List<FaultRule> everyFault() {
    return List.of(
        fault("RunCommand").tenant(Tenant.DEFAULT).times(1).error("InternalError", "try again"),
        fault().httpStatus(503).latency(Duration.ofSeconds(1)),
        fault().emptyResponse(),
        agentOffline("ins-aaaaaaaa").from(Instant.EPOCH));
  }

  /** The members of a schema, each with the name of the schema's own member in a rule. */
  private static List<String> leaves(String schema) {
    Map<String, String> parents =
        Map.of(
            "TaskMatch", "match",
            "Outcome", "outcome",
            "FaultMatch", "match",
            "Fault", "fault",
            "Outage", "agentOffline");
    return members(schema).stream().map(member -> parents.get(schema) + "." + member).toList();
  }

  /** The members that are set in one of some rules, as they are sent. */
  private static Set<String> members(List<?> rules) {
    return rules.stream()
        .map(JSON::<JsonNode>valueToTree)
        .flatMap(JsonNode::propertyStream)
        .flatMap(ClientModelTest::members)
        .collect(Collectors.toSet());
  }

  private static Stream<String> members(Map.Entry<String, JsonNode> part) {
    return part.getValue()
        .propertyStream()
        .filter(member -> !member.getValue().isNull())
        .map(member -> part.getKey() + "." + member.getKey());
  }
}
