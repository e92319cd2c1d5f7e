package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ModifyCommandTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";
  private static final String NEW_DEFAULTS = "{\"b\": \"2\"}";

  private final Body example =
      Body.of(
          """
          {'CommandName': 'second-command', 'Description': 'hello world!', 'Content': 'cHM=',
           'CommandType': 'SHELL', 'WorkingDirectory': '/root', 'Timeout': 600}""");

  private final Body enabled =
      Body.command("enabled")
          .with("EnableParameter", true)
          .with("DefaultParameters", "{\"a\": \"1\"}");

  private Answer modify(String id, Body change) {
    return api.call("ModifyCommand", Body.of("{}").with("CommandId", id).over(change));
  }

  private Answer modify(String id, String part, Object value) {
    return modify(id, Body.of("{}").with(part, value));
  }

  private ObjectNode command(String id) {
    Body named = Body.of("{}").with("CommandIds", List.of(id));
    return (ObjectNode) api.ok("DescribeCommands", named).list("CommandSet").get(0);
  }

  private static JsonNode confs(String name) {
    return Body.of("{'List': [{'ParameterName': '" + name + "', 'ParameterValue': '2'}]}")
        .tree()
        .path("List");
  }

  @Test
  void changesAllThatThePublishedExampleNames() {
    String id = api.createCommand(Body.command("first-command"));

    assertThat(modify(id, example).members()).containsExactly("RequestId");

    JsonNode shown = command(id);
    example
        .tree()
        .properties()
        .forEach(part -> assertThat(shown.path(part.getKey())).isEqualTo(part.getValue()));
  }

  @Test
  void changesOnePartAndTheTimeAndNothingElse() {
    Body all =
        enabled
            .with("Tags", List.of(Map.of("Key", "k", "Value", "v")))
            .with("Username", "nobody")
            .with("OutputCOSBucketUrl", "https://b-123454321.cos.ap-beijing.myqcloud.com")
            .with("OutputCOSKeyPrefix", "images");
    String id = api.createCommand(all);
    ObjectNode before = command(id);
    hostClock.advance(Duration.ofSeconds(2));

    assertThat(modify(id, "Timeout", 7).code()).isEmpty();

    ObjectNode after = command(id);
    assertThat(after.path("UpdatedTime").asString())
        .isGreaterThan(before.path("UpdatedTime").asString());
    assertThat(after.without(List.of("UpdatedTime", "Timeout")))
        .isEqualTo(before.without(List.of("UpdatedTime", "Timeout")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnableParameter", "Tags", "SaveCommand"})
  void doesNotKnowWhatCannotChange(String part) {
    assertThat(modify(COMMAND, part, true).code()).isEqualTo("UnknownParameter");
  }

  @Test
  void replacesAllDefaultsInWhicheverForm() {
    String id = api.createCommand(enabled);

    assertThat(modify(id, Body.of("{}").with("DefaultParameterConfs", confs("b"))).code())
        .isEmpty();
    assertThat(command(id).path("DefaultParameters").asString()).isEqualTo("{\"b\":\"2\"}");
    assertThat(command(id).path("DefaultParameterConfs")).hasSize(1);

    assertThat(modify(id, "DefaultParameters", NEW_DEFAULTS).code()).isEmpty();
    assertThat(command(id).path("DefaultParameters").asString()).isEqualTo(NEW_DEFAULTS);
    assertThat(command(id).path("DefaultParameterConfs").isArray()).isTrue();
    assertThat(command(id).path("DefaultParameterConfs")).isEmpty();
  }

  @Test
  void keepsDefaultsThatItDoesNotName() {
    String plain = api.createCommand(enabled);
    Body inList =
        enabled
            .without("DefaultParameters")
            .with("CommandName", "in-a-list")
            .with("DefaultParameterConfs", confs("a"));
    String listed = api.createCommand(inList);

    for (String id : List.of(plain, listed)) {
      ObjectNode before = command(id);
      assertThat(modify(id, "Timeout", 7).code()).isEmpty();
      assertThat(command(id).path("DefaultParameters")).isEqualTo(before.path("DefaultParameters"));
      assertThat(command(id).path("DefaultParameterConfs"))
          .isEqualTo(before.path("DefaultParameterConfs"));
    }
  }

  @Test
  void refusesDefaultsOfACommandThatTakesNoParameters() {
    assertThat(modify(COMMAND, "DefaultParameters", NEW_DEFAULTS).code())
        .isEqualTo(VALUE + "SupportParametersOnlyIfEnableParameter");
    assertThat(modify(COMMAND, Body.of("{}").with("DefaultParameterConfs", confs("b"))).code())
        .isEqualTo(VALUE + "SupportParametersOnlyIfEnableParameter");
  }

  @Test
  void wantsNamesThatAreUniqueInTheirTenant() {
    String id = api.createCommand(Body.command("one"));
    api.createCommand(Body.command("two"));

    assertThat(modify(id, "CommandName", "two").code()).isEqualTo(VALUE + "CommandNameDuplicated");
    assertThat(modify(id, "CommandName", "one").code()).as("its own").isEmpty();
    assertThat(modify(id, "CommandName", "three").code()).isEmpty();
    assertThat(api.call("CreateCommand", Body.command("one")).code()).as("set free").isEmpty();
  }

  @Test
  void takesTheNewTypesDefaultsForTheOldOnes() {
    String id = api.createCommand(Body.of("{'CommandName': 'plain', 'Content': 'bHM='}"));

    assertThat(modify(id, "CommandType", "POWERSHELL").code()).isEmpty();
    assertThat(command(id).path("Username").asString()).isEqualTo("System");
    assertThat(command(id).path("WorkingDirectory").asString()).startsWith("C:\\");

    assertThat(modify(id, "CommandType", "SHELL").code()).isEmpty();
    assertThat(command(id).path("Username").asString()).isEqualTo("root");
    assertThat(command(id).path("WorkingDirectory").asString()).isEqualTo("/root");
  }

  @Test
  void refusesATypeForWhichTheDirectoryIsNone() {
    String id = api.createCommand(Body.command("in-tmp"));

    assertThat(modify(id, "CommandType", "BAT").code())
        .isEqualTo(VALUE + "InvalidWorkingDirectory");
    assertThat(command(id).path("CommandType").asString()).isEqualTo("SHELL");
  }

  @Test
  void changesNothingThatHasRunAndAllThatWillRun() {
    String id = api.createCommand(Body.command("runs"));
    api.ok("InvokeCommand", Body.invoke(id, INSTANCE));
    settle();
    assertThat(invocations().get(0).path("EndTime").isNull()).isFalse();
    List<JsonNode> before = invocations();
    List<JsonNode> tasks = tasks();

    assertThat(modify(id, example).code()).isEmpty();

    assertThat(invocations()).isEqualTo(before);
    assertThat(tasks()).isEqualTo(tasks);
    fire(api, Body.once("").with("CommandId", id));
    assertThat(tasks().get(0).at("/CommandDocument/Content").asString()).isEqualTo("cHM=");
    assertThat(invocations().get(0).path("CommandName").asString()).isEqualTo("second-command");
    assertThat(tasks()).containsAll(tasks);
  }

  private List<JsonNode> invocations() {
    return api.ok("DescribeInvocations", "{}").list("InvocationSet");
  }

  private List<JsonNode> tasks() {
    return api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet");
  }

  @Test
  void reachesInvokersThatWereBoundBefore() {
    String id = api.createCommand(Body.command("bound"));
    String time = in(1, ChronoUnit.HOURS);
    api.createInvoker(Body.once(time).with("CommandId", id));

    assertThat(modify(id, example).code()).isEmpty();

    advance(Duration.ofHours(1));
    assertThat(invocations().get(0).path("CommandContent").asString()).isEqualTo("cHM=");
    assertThat(invocations().get(0).path("Timeout").longValue()).isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidCommandId",
    "cmd-1234567, InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound",
    "cmd-sysinf01, InvalidParameterValue.InvalidCommandId"
  })
  void refusesWhatIsNoCommandOfOnesOwn(String id, String code) {
    assertThat(modify(id, example).code()).isEqualTo(code);
  }

  @Test
  void wantsACommand() {
    assertThat(api.call("ModifyCommand", example).code()).isEqualTo("MissingParameter");
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = api.createCommand(Body.command("mine"));
    ObjectNode before = command(id);
    Body change = Body.of("{}").with("CommandId", id).over(example);

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.call("ModifyCommand", change).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
    assertThat(command(id)).isEqualTo(before);
  }
}
