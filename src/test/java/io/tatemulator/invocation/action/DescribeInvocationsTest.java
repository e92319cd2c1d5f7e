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

class DescribeInvocationsTest extends FilterContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeInvocations",
        "InvocationSet",
        "InvocationIds",
        "InvocationId",
        "inv-00000000",
        "invt-00000000",
        "InvalidParameterValue.InvalidInvocationId",
        "InvalidParameterValue.LimitExceeded",
        new Limits("InvalidParameterValue.LimitExceeded", ""));
  }

  @Override
  protected String idFilter() {
    return "invocation-id";
  }

  @Override
  protected String manyValuesCode() {
    return "LimitExceeded.FilterValueExceeded";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.LimitExceeded";
  }

  @Override
  protected List<String> create(Api caller, int count) {
    return invocations(caller, count);
  }

  @Test
  void showsAnInvocationAsDocumented() {
    Body command =
        Body.command("shown")
            .with("OutputCOSBucketUrl", "https://b-123456789.cos.ap-beijing.myqcloud.com")
            .with("OutputCOSKeyPrefix", "cosprefix");
    String id = api.createCommand(command);
    fire(api, Body.once("").with("CommandId", id));

    Answer answer = api.ok("DescribeInvocations", "{}");

    assertThat(answer.members())
        .containsExactlyInAnyOrder("TotalCount", "InvocationSet", "RequestId");
    var shown = answer.list("InvocationSet").get(0);
    for (String member :
        List.of(
            "CommandName",
            "Description",
            "CommandType",
            "Timeout",
            "WorkingDirectory",
            "OutputCOSBucketUrl",
            "OutputCOSKeyPrefix")) {
      assertThat(shown.path(member)).as(member).isEqualTo(command.tree().path(member));
    }
    assertThat(shown.path("CommandId").asString()).isEqualTo(id);
    assertThat(shown.path("CommandContent").asString()).isEqualTo("bHM=");
    assertThat(shown.path("InvocationStatus").asString()).isEqualTo("SUCCESS");
    assertThat(shown.path("InvocationSource").asString()).isEqualTo("INVOKER");
    assertThat(shown.path("InstanceKind").asString()).isEqualTo("CVM");
    assertThat(shown.path("Username").asString()).isEqualTo("root");
    assertThat(shown.path("Parameters").stringValue()).isEmpty();
    assertThat(shown.path("DefaultParameters").stringValue()).isEmpty();
    for (String time : List.of("StartTime", "EndTime", "CreatedTime", "UpdatedTime")) {
      assertThat(shown.path(time).asString()).as(time).matches(".{10}T.{8}Z");
    }
    assertThat(shown.propertyNames()).hasSize(21);
  }

  @Test
  void showsItsTasksInBrief() {
    create(api, 1);

    var brief = only(all()).path("InvocationTaskBasicInfoSet").path(0);

    var task = api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
    assertThat(brief.propertyNames())
        .containsExactlyInAnyOrder("InvocationTaskId", "TaskStatus", "InstanceId");
    assertThat(brief.path("InvocationTaskId")).isEqualTo(task.path("InvocationTaskId"));
    assertThat(brief.path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(brief.path("InstanceId").asString()).isEqualTo(INSTANCE);
  }

  @Test
  void runsAsTheInvokersUserRatherThanTheCommands() {
    fire(api, Body.once("").with("Username", "nobody"));

    assertThat(only(all()).path("Username").asString()).isEqualTo("nobody");
  }

  @Test
  void filtersByCommandAndKind() {
    String command = api.createCommand(Body.command("other"));
    fire(
        api,
        Body.once(""),
        Body.once("").with("CommandId", command).with("InstanceIds", List.of("lhins-ar5wyn4x")));
    List<String> both = names(api, all());

    assertThat(names(api, filtered(filter("command-id", command)))).containsExactly(both.get(0));
    assertThat(names(api, filtered(filter("command-id", command, COMMAND)))).isEqualTo(both);
    assertThat(names(api, filtered(filter("instance-kind", "LIGHTHOUSE"))))
        .containsExactly(both.get(0));
    assertThat(names(api, filtered(filter("instance-kind", "CVM")))).containsExactly(both.get(1));
    assertThat(names(api, filtered(filter("instance-kind", "CVM"), filter("command-id", command))))
        .isEmpty();
    assertThat(names(api, filtered(filter("command-created-by", "USER")))).isEqualTo(both);
    assertThat(names(api, filtered(filter("command-created-by", "TAT")))).isEmpty();
    assertThat(names(api, filtered(filter("command-created-by", "TAT", "USER")))).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({
    "command-id, cmd-?, InvalidCommandId",
    "instance-kind, cvm, InvalidFilter",
    "command-created-by, ME, InvalidFilter"
  })
  void refusesFilterValues(String name, String value, String code) {
    assertThat(list(api, filtered(filter(name, value))).code())
        .isEqualTo("InvalidParameterValue." + code);
  }
}
