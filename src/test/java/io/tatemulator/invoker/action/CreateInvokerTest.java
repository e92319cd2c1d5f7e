package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateInvokerTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private Body example() {
    return Body.once(in(1, ChronoUnit.HOURS));
  }

  private Answer create(Body body) {
    return api.call("CreateInvoker", body);
  }

  @Test
  void answersThePublishedExamples() {
    for (Body body : List.of(example(), Body.recurring("0 0 1 * *"))) {
      Answer answer = create(body);

      assertThat(answer.members()).containsExactlyInAnyOrder("InvokerId", "RequestId");
      assertThat(answer.text("InvokerId")).matches("ivk-[0-9a-z]{8}");
    }
  }

  @Test
  void takesOneNameForSeveralInvokers() {
    assertThat(api.createInvoker(example())).isNotEqualTo(api.createInvoker(example()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Name", "Type", "CommandId", "InstanceIds"})
  void wantsItsRequiredParameters(String parameter) {
    String expected = "The request is missing a required parameter `" + parameter + "`.";

    assertThat(create(example().without(parameter)).message()).isEqualTo(expected);
    assertThat(create(example().with(parameter, null)).code()).isEqualTo("MissingParameter");
  }

  @Test
  void wantsAtLeastOneInstance() {
    assertThat(create(example().with("InstanceIds", List.of())).code())
        .isEqualTo("MissingParameter");
  }

  @ParameterizedTest
  @CsvSource({"Name, 120", "Username, 256"})
  void countsTheCharactersOfTexts(String parameter, int max) {
    // One character of two UTF-16 units, so that units and bytes do not pass for characters.
    String wide = "\uD842\uDFB7";

    assertThat(create(example().with(parameter, wide.repeat(max))).code()).isEmpty();
    assertThat(create(example().with(parameter, "n".repeat(max + 1))).code())
        .isEqualTo(VALUE + "TooLong");
  }

  @Test
  void takesUpToOneHundredInstances() {
    List<String> hundred = IntStream.range(0, 100).mapToObj("ins-%08d"::formatted).toList();
    List<String> more = IntStream.range(0, 101).mapToObj("ins-%08d"::formatted).toList();

    String id = api.createInvoker(example().with("InstanceIds", hundred));

    assertThat(api.ok("DescribeInvokers", "{}").list("InvokerSet/0/InstanceIds")).hasSize(100);
    assertThat(id).isNotEmpty();
    assertThat(create(example().with("InstanceIds", more)).code()).isEqualTo(VALUE + "TooLong");
  }

  @Test
  void takesARepeatedInstanceOnce() {
    api.createInvoker(
        example().with("InstanceIds", List.of("ins-aaaaaaaa", INSTANCE, "ins-aaaaaaaa")));

    assertThat(api.ok("DescribeInvokers", "{}").list("InvokerSet/0/InstanceIds"))
        .extracting(id -> id.asString())
        .containsExactly("ins-aaaaaaaa", INSTANCE);
  }

  @Test
  void wantsAKeyOfEveryTag() {
    Answer answer = create(example().with("Tags", List.of(Map.of("Key", "", "Value", "v"))));

    assertThat(answer.code()).isEqualTo("InvalidParameter");
    assertThat(answer.message()).contains("`Tags.0.Key`");
  }

  @Test
  void takesUpToTenTags() {
    Map<String, String> tag = Map.of("Key", "k", "Value", "v");

    assertThat(create(example().with("Tags", Collections.nCopies(10, tag))).code()).isEmpty();
    assertThat(create(example().with("Tags", Collections.nCopies(11, tag))).code())
        .isEqualTo(VALUE + "TooLong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "schedule", "ONCE", "SCHEDULE "})
  void knowsNoTypeButSchedule(String type) {
    assertThat(create(example().with("Type", type)).code()).isEqualTo(VALUE + "Range");
  }

  @ParameterizedTest
  @CsvSource({
    "cmd-short, InvalidParameterValue.InvalidCommandId",
    "ivk-b7s3qa5l, InvalidParameterValue.InvalidCommandId",
    "cmd-M7UMA92N, InvalidParameterValue.InvalidCommandId",
    "cmd-m7uma92n0123456789, InvalidParameterValue.InvalidCommandId",
    "'', InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound",
    "cmd-m7uma92n01, ResourceNotFound.CommandNotFound"
  })
  void wantsACommandThatExists(String command, String code) {
    assertThat(create(example().with("CommandId", command)).code()).isEqualTo(code);
  }

  @Test
  void doesNotFindTheCommandOfAnotherAccountOrRegion() {
    String command = newTenant().createCommand(Body.command("theirs"));
    String elsewhere = api.with("X-TC-Region", "ap-beijing").createCommand(Body.command("there"));

    for (String other : List.of(command, elsewhere)) {
      assertThat(create(example().with("CommandId", other)).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ins-short, InvalidParameterValue.InvalidInstanceId",
    "cmd-m7uma92n, InvalidParameterValue.InconsistentID",
    "INS-yx05ky8j, InvalidParameterValue.InvalidInstanceId",
    "'', InvalidParameterValue.InvalidInstanceId",
    "lhins-yx05ky8j, InvalidParameterValue.InconsistentInstance",
    "ins-notfound, ResourceNotFound.InstanceNotFound",
    "ins-noagent0, ResourceUnavailable.AgentNotInstalled",
    "ins-offline0, ResourceUnavailable.AgentStatusNotOnline",
    "ins-stopped0, ResourceUnavailable.AgentStatusNotOnline"
  })
  void wantsInstancesThatCanRunCommands(String instance, String code) {
    Answer answer = create(example().with("InstanceIds", List.of(INSTANCE, instance)));

    assertThat(answer.code()).isEqualTo(code);
    assertThat(api.ok("DescribeInvokers", "{}").number("TotalCount")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lhins-ar5wyn4x", "rins-uf673dgi", "ins-0123456789abcdef", "ins-windows0"})
  void takesEveryKindOfInstance(String instance) {
    assertThat(create(example().with("InstanceIds", List.of(instance))).code()).isEmpty();
  }

  @Test
  void refusesAnotherResourceForAnInstance() {
    assertThat(create(example().with("InstanceIds", List.of(COMMAND))).code())
        .isEqualTo(VALUE + "InvalidInstanceId");
  }

  @Test
  void reportsTheFirstFaultInTheDocumentedOrder() {
    Body body =
        example()
            .with("Name", "n".repeat(121))
            .with("Type", "NEVER")
            .with("CommandId", "cmd-?")
            .with("InstanceIds", List.of("ins-notfound"))
            .with("ScheduleSettings.InvokeTime", "soon");

    assertThat(create(body).code()).isEqualTo(VALUE + "TooLong");
    body = body.with("Name", "n");
    assertThat(create(body).code()).isEqualTo(VALUE + "Range");
    body = body.with("Type", "SCHEDULE");
    assertThat(create(body).code()).isEqualTo(VALUE + "InvalidCommandId");
  }

  @Test
  void isSeenByItsOwnTenantOnly() {
    api.createInvoker(example());

    assertThat(api.ok("DescribeInvokers", "{}").number("TotalCount")).isEqualTo(1);
    assertThat(newTenant().ok("DescribeInvokers", "{}").number("TotalCount")).isZero();
    assertThat(
            api.with("X-TC-Region", "ap-beijing").ok("DescribeInvokers", "{}").number("TotalCount"))
        .isZero();
  }

  @Test
  void bindsPublicCommands() {
    fire(api, Body.once("").with("CommandId", "cmd-sysinf01"));

    Answer record = api.ok("DescribeInvokerRecords", "{}");
    assertThat(record.text("InvokerRecordSet/0/Result")).isEqualTo("SUCCESS");
    Answer invocation = api.ok("DescribeInvocations", "{}");
    assertThat(invocation.text("InvocationSet/0/CommandId")).isEqualTo("cmd-sysinf01");
  }
}
