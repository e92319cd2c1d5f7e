package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ModifyInvokerTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private Answer modify(String id, String parameter, Object value) {
    return api.call("ModifyInvoker", Body.of("{}").with("InvokerId", id).with(parameter, value));
  }

  private JsonNode shown() {
    return api.ok("DescribeInvokers", "{}").list("InvokerSet").get(0);
  }

  private long fires() {
    return api.ok("DescribeInvokerRecords", "{}").number("TotalCount");
  }

  private String monthly() {
    return api.createInvoker(Body.recurring("0 0 1 * *"));
  }

  @Test
  void answersThePublishedExample() {
    String command = api.createCommand(Body.command("parametrised").with("EnableParameter", true));
    String id = api.createInvoker(Body.recurring("0 0 1 * *").with("CommandId", command));

    Answer answer = modify(id, "Parameters", "{\"var\": \"1\"}");

    assertThat(answer.members()).containsExactly("RequestId");
    assertThat(shown().path("Parameters").asString()).isEqualTo("{\"var\": \"1\"}");
  }

  @Test
  void changesOnlyWhatItNames() {
    String command = api.createCommand(Body.command("other").with("EnableParameter", true));
    String id = monthly();
    Map<String, Object> changes =
        Map.of(
            "Name", "another",
            "Type", "SCHEDULE",
            "CommandId", command,
            "Username", "nobody",
            "InstanceIds", List.of("ins-aaaaaaaa", "ins-bbbbbbbb"));

    changes.forEach(
        (parameter, value) -> {
          JsonNode before = shown();
          assertThat(modify(id, parameter, value).code()).as(parameter).isEmpty();
          Body expected = new Body(before.asObject()).with(parameter, value);
          assertThat(shown())
              .isEqualTo(expected.with("UpdatedTime", shown().path("UpdatedTime")).tree());
        });
  }

  @Test
  void notesTheTimeOfTheChange() {
    String id = monthly();
    String created = shown().path("CreatedTime").asString();
    hostClock.advance(Duration.ofMinutes(5));

    assertThat(modify(id, "Name", "another").code()).isEmpty();

    assertThat(shown().path("CreatedTime").asString()).isEqualTo(created);
    assertThat(shown().path("UpdatedTime").asString()).isGreaterThan(created);
  }

  @Test
  void acceptsARequestThatChangesNothing() {
    String id = monthly();
    JsonNode before = shown();

    api.ok("ModifyInvoker", "{'InvokerId': '" + id + "', 'Name': '', 'InstanceIds': []}");

    assertThat(shown().path("Name")).isEqualTo(before.path("Name"));
    assertThat(shown().path("InstanceIds")).isEqualTo(before.path("InstanceIds"));
  }

  @Test
  void keepsTheNextFireWhenOnlyTheNameChanges() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    String next = shown().at("/ScheduleSettings/InvokeTime").asString();

    assertThat(modify(id, "Name", "another").code()).isEmpty();

    assertThat(shown().at("/ScheduleSettings/InvokeTime").asString()).isEqualTo(next);
    advance(Duration.ofHours(1));
    assertThat(fires()).isEqualTo(1);
  }

  @Test
  void doesNotRearmAnInvokerThatHasFiredWhenOnlyTheNameChanges() {
    String id = fireOnce(api);

    assertThat(modify(id, "Name", "another").code()).isEmpty();
    advance(Duration.ofHours(1));

    assertThat(fires()).isEqualTo(1);
  }

  @Test
  void rearmsAnInvokerThatHasFiredWhenItsTimeChanges() {
    String id = fireOnce(api);
    String next = in(1, ChronoUnit.HOURS);

    assertThat(modify(id, "ScheduleSettings", Map.of("Policy", "ONCE", "InvokeTime", next)).code())
        .isEmpty();
    advance(Duration.ofMinutes(30));
    assertThat(fires()).isEqualTo(1);
    advance(Duration.ofMinutes(30));

    assertThat(fires()).isEqualTo(2);
  }

  @Test
  void replacesTheScheduleAsAWhole() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));

    assertThat(
            modify(
                    id,
                    "ScheduleSettings",
                    Map.of("Policy", "RECURRENCE", "Recurrence", "0 5 1 1 *"))
                .code())
        .isEmpty();
    advance(Duration.ofHours(2));

    assertThat(fires()).isZero();
    assertThat(shown().at("/ScheduleSettings/Policy").asString()).isEqualTo("RECURRENCE");
    assertThat(shown().at("/ScheduleSettings/InvokeTime").asString()).endsWith("12-31T21:00:00Z");
  }

  @Test
  void doesNotSwitchOnWhatIsDisabled() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    api.ok("DisableInvoker", "{'InvokerId': '" + id + "'}");

    String next = in(2, ChronoUnit.HOURS);
    assertThat(modify(id, "ScheduleSettings", Map.of("Policy", "ONCE", "InvokeTime", next)).code())
        .isEmpty();
    advance(Duration.ofHours(3));

    assertThat(shown().path("Enable").asBoolean()).isFalse();
    assertThat(fires()).isZero();
  }

  @Test
  void runsTheChangedCommandOnTheChangedInstances() {
    String command = api.createCommand(Body.command("other"));
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    api.ok(
        "ModifyInvoker",
        Body.of("{'InstanceIds': ['lhins-aaaaaaaa'], 'Username': 'nobody'}")
            .with("InvokerId", id)
            .with("CommandId", command));
    advance(Duration.ofHours(1));

    JsonNode invocation = api.ok("DescribeInvocations", "{}").list("InvocationSet").get(0);

    assertThat(invocation.path("CommandId").asString()).isEqualTo(command);
    assertThat(invocation.path("InstanceKind").asString()).isEqualTo("LIGHTHOUSE");
    assertThat(invocation.path("Username").asString()).isEqualTo("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "InvokerId, ivk-?, InvalidInvokerId",
    "InvokerId, ivk-00000000, InvalidInvokerId",
    "Type, NEVER, Range",
    "CommandId, cmd-?, ID",
    "Parameters, no json, ParameterInvalidJsonFormat",
    "Parameters, '{\"a\": \"1\"}', ParameterDisabled"
  })
  void refusesValues(String parameter, String value, String code) {
    assertThat(modify(monthly(), parameter, value).code()).isEqualTo(VALUE + code);
  }

  @ParameterizedTest
  @CsvSource({
    "ins-?, InvalidParameterValue.InvalidInstanceId",
    "ivk-b7s3qa5l, InvalidParameterValue.InconsistentID",
    "lhins-yx05ky8j, InvalidParameterValue.InconsistentInstance",
    "ins-notfound, ResourceNotFound.InstanceNotFound",
    "ins-noagent0, ResourceUnavailable.AgentNotInstalled",
    "ins-offline0, ResourceUnavailable.AgentNotInstalled"
  })
  void wantsInstancesThatCanRunCommands(String instance, String code) {
    String id = monthly();

    assertThat(modify(id, "InstanceIds", List.of(INSTANCE, instance)).code()).isEqualTo(code);
    assertThat(shown().path("InstanceIds").toString()).isEqualTo("[\"" + INSTANCE + "\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "ONCE, 2021-09-01T00:00:00+08:00, InvokeTimeExpired",
    "ONCE, 2099-09-01, InvalidTimeFormat",
    "RECURRENCE, 60 * * * *, InvalidCronExpression",
    "NEVER, 0 0 1 * *, Range"
  })
  void refusesSchedules(String policy, String text, String code) {
    Map<String, String> settings = Map.of("Policy", policy, "InvokeTime", text, "Recurrence", text);

    assertThat(modify(monthly(), "ScheduleSettings", settings).code()).isEqualTo(VALUE + code);
  }

  @Test
  void limitsLengths() {
    String id = monthly();
    List<String> many = IntStream.rangeClosed(0, 100).mapToObj("ins-%08d"::formatted).toList();

    assertThat(modify(id, "Name", "n".repeat(120)).code()).isEmpty();
    assertThat(modify(id, "Name", "n".repeat(121)).code()).isEqualTo(VALUE + "TooLong");
    assertThat(modify(id, "Username", "n".repeat(256)).code()).isEmpty();
    assertThat(modify(id, "Username", "n".repeat(257)).code()).isEqualTo(VALUE + "TooLong");
    assertThat(modify(id, "InstanceIds", many.subList(0, 100)).code()).isEmpty();
    assertThat(modify(id, "InstanceIds", many).code()).isEqualTo(VALUE + "LimitExceeded");
  }

  @Test
  void refusesCommandsThatDoNotFit() {
    String id = monthly();
    String parametrised =
        api.createCommand(Body.command("parametrised").with("EnableParameter", true));
    assertThat(modify(id, "CommandId", "cmd-00000000").code())
        .isEqualTo("ResourceNotFound.CommandNotFound");

    assertThat(modify(id, "CommandId", parametrised).code()).isEmpty();
    assertThat(modify(id, "Parameters", "{\"a\": \"b\"}").code()).isEmpty();
    assertThat(modify(id, "CommandId", COMMAND).code()).isEqualTo(VALUE + "ParameterDisabled");
  }

  @Test
  void wantsAnInvokerAndTakesNoTags() {
    assertThat(api.call("ModifyInvoker", "{'Name': 'n'}").code()).isEqualTo("MissingParameter");
    assertThat(modify(monthly(), "Tags", List.of()).code()).isEqualTo("UnknownParameter");
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    Body body = Body.of("{'Name': 'another'}").with("InvokerId", monthly());

    for (var stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.call("ModifyInvoker", body).code()).isEqualTo(VALUE + "InvalidInvokerId");
    }
    assertThat(shown().path("Name").asString()).isEqualTo("test-invoker");
  }
}
