package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.FilterContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeInvocationTasksTest extends FilterContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeInvocationTasks",
        "InvocationTaskSet",
        "InvocationTaskIds",
        "InvocationTaskId",
        "invt-00000000",
        "inv-00000000",
        "InvalidParameterValue.InvalidInvocationTaskId",
        "InvalidParameterValue",
        new Limits("InvalidParameterValue", ""));
  }

  @Override
  protected String idFilter() {
    return "invocation-task-id";
  }

  // The action documents no InvalidParameterValue.LimitExceeded.
  @Override
  protected String manyValuesCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected List<String> create(Api caller, int count) {
    return invocations(caller, count).stream()
        .map(id -> all().with("InvocationIds", List.of(id)))
        .map(body -> caller.ok("DescribeInvocations", body))
        .map(answer -> answer.text("InvocationSet/0/InvocationTaskBasicInfoSet/0/InvocationTaskId"))
        .toList();
  }

  @Test
  void showsATaskAsDocumented() {
    create(api, 1);
    Answer answer = api.ok("DescribeInvocationTasks", "{}");

    assertThat(answer.members())
        .containsExactlyInAnyOrder("TotalCount", "InvocationTaskSet", "RequestId");
    var task = answer.list("InvocationTaskSet").get(0);
    assertThat(task.path("InvocationTaskId").asString()).matches("invt-[0-9a-z]{8}");
    assertThat(task.path("InvocationId").asString())
        .isEqualTo(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationId"));
    assertThat(task.path("CommandId").asString()).isEqualTo(COMMAND);
    assertThat(task.path("CommandName").asString()).isEqualTo("published-example");
    assertThat(task.path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(task.path("InstanceId").asString()).isEqualTo(INSTANCE);
    assertThat(task.path("ErrorInfo").stringValue()).isEmpty();
    assertThat(task.path("InvocationSource").asString()).isEqualTo("INVOKER");
    for (String time : List.of("StartTime", "EndTime", "CreatedTime", "UpdatedTime")) {
      assertThat(task.path(time).asString()).as(time).matches(".{10}T.{8}Z");
    }
    assertThat(task.propertyNames()).hasSize(14);
  }

  @Test
  void showsTheResultAndTheDocumentOfATask() {
    String command = api.createCommand(Body.command("shown"));
    fire(api, Body.once("").with("CommandId", command).with("Username", "nobody"));

    var task = only(all());

    var result = task.path("TaskResult");
    assertThat(result.propertyNames()).hasSize(7);
    assertThat(result.path("ExitCode").longValue()).isZero();
    assertThat(result.path("Dropped").longValue()).isZero();
    assertThat(result.path("OutputUrl").stringValue()).isEmpty();
    assertThat(result.path("OutputUploadCOSErrorInfo").stringValue()).isEmpty();
    assertThat(result.path("ExecStartTime")).isEqualTo(task.path("StartTime"));
    assertThat(result.path("ExecEndTime")).isEqualTo(task.path("EndTime"));
    assertThat(task.path("CommandDocument"))
        .isEqualTo(
            Body.of(
                    """
                    {'Content': 'bHM=', 'CommandType': 'SHELL', 'Timeout': 60, 'WorkingDirectory': '/tmp',
                     'Username': 'nobody', 'OutputCOSBucketUrl': '', 'OutputCOSKeyPrefix': ''}""")
                .tree());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'HideOutput': true}", "{'HideOutput': false}"})
  void showsOutputsAsTexts(String body) {
    create(api, 1);

    assertThat(only(Body.of(body)).at("/TaskResult/Output").isString()).isTrue();
  }

  @Test
  void namesAMalformedIdInTheWordsOfTheCloud() {
    Answer answer = list(api, all().with("InvocationTaskIds", List.of("inv-3rf8328d")));

    assertThat(answer.message())
        .isEqualTo("The specified invocation task id `inv-3rf8328d` is not valid.");
  }

  @Test
  void filtersByInvocationInstanceAndCommand() {
    String command = api.createCommand(Body.command("other"));
    fire(
        api,
        Body.once(""),
        Body.once("")
            .with("CommandId", command)
            .with("InstanceIds", List.of("ins-aaaaaaaa", INSTANCE)));
    Answer invocations = api.ok("DescribeInvocations", "{}");
    List<String> ofSecond =
        invocations.texts("InvocationSet/0/InvocationTaskBasicInfoSet", "InvocationTaskId");
    String second = invocations.text("InvocationSet/0/InvocationId");
    List<String> three = names(api, all());
    assertThat(three).hasSize(3);

    assertThat(names(api, filtered(filter("invocation-id", second))))
        .containsExactlyInAnyOrderElementsOf(ofSecond);
    assertThat(names(api, filtered(filter("command-id", command))))
        .containsExactlyInAnyOrderElementsOf(ofSecond);
    assertThat(names(api, filtered(filter("command-id", COMMAND)))).containsExactly(three.get(2));
    assertThat(names(api, filtered(filter("instance-id", "ins-aaaaaaaa"))))
        .containsExactly(ofSecond.get(0));
    assertThat(
            names(api, filtered(filter("instance-id", INSTANCE), filter("invocation-id", second))))
        .containsExactly(ofSecond.get(1));
    assertThat(names(api, filtered(filter("instance-id", INSTANCE, "ins-aaaaaaaa"))))
        .isEqualTo(three);
  }

  @ParameterizedTest
  @CsvSource({
    "command-id, cmd-?, InvalidCommandId",
    "instance-id, cvm, InvalidInstanceId",
    "invocation-id, invt-00000000, InvalidInvocationId"
  })
  void refusesFilterValues(String name, String value, String code) {
    assertThat(list(api, filtered(filter(name, value))).code())
        .isEqualTo("InvalidParameterValue." + code);
  }
}
