package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.RunContract;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunCommandTest extends RunContract {
  private static final String VALUE = "InvalidParameterValue.";

  private final Body saved = Body.run(INSTANCE).with("SaveCommand", true);

  @Override
  protected String action() {
    return "RunCommand";
  }

  // Saved, so that the contract sees whether a refused one has been saved after all.
  @Override
  protected Body request() {
    return saved.without("CommandName");
  }

  @Override
  protected Body parametrised(String content, String defaults) {
    return Body.run(INSTANCE)
        .with("Content", content)
        .with("EnableParameter", true)
        .with("DefaultParameters", defaults);
  }

  private Answer described(String commandId) {
    return api.ok("DescribeCommands", Body.of("{}").with("CommandIds", List.of(commandId)));
  }

  @Test
  void answersThePublishedExample() {
    Body example = Body.run("ins-zj0f57ew", "ins-zj0f57ex", "ins-zj0f57ev");

    Answer answer = api.ok("RunCommand", example);

    assertThat(answer.members())
        .containsExactlyInAnyOrder("CommandId", "InvocationId", "RequestId");
    assertThat(answer.text("CommandId")).matches("cmd-[0-9a-z]{8}");
    JsonNode invocation = ended();
    assertThat(invocation.path("CommandId").asString()).isEqualTo(answer.text("CommandId"));
    assertThat(invocation.path("CommandContent")).isEqualTo(example.tree().path("Content"));
    for (String part :
        List.of("CommandName", "Description", "CommandType", "WorkingDirectory", "Timeout")) {
      assertThat(invocation.path(part)).as(part).isEqualTo(example.tree().path(part));
    }
    assertThat(invocation.path("InvocationTaskBasicInfoSet")).hasSize(3);
  }

  @Test
  void doesNotSaveUnlessAsked() {
    List<Long> before = totals();

    for (Body body : List.of(Body.run(INSTANCE), Body.run(INSTANCE).without("SaveCommand"))) {
      String id = api.ok("RunCommand", body).text("CommandId");

      assertThat(described(id).number("TotalCount")).isZero();
      assertThat(api.call("InvokeCommand", Body.invoke(id, INSTANCE)).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
    assertThat(totals()).containsExactly(before.get(0) + 2, before.get(1) + 2, before.get(2));
  }

  @Test
  void savesWhatCanBeInvokedThen() {
    Body body =
        saved
            .with("Tags", List.of(Map.of("Key", "k", "Value", "v")))
            .with("EnableParameter", true)
            .with("DefaultParameters", "{\"a\": \"1\"}");

    String id = api.ok("RunCommand", body).text("CommandId");

    JsonNode command = described(id).list("CommandSet").get(0);
    for (String part :
        List.of("CommandName", "Content", "Tags", "EnableParameter", "DefaultParameters")) {
      assertThat(command.path(part)).as(part).isEqualTo(body.tree().path(part));
    }
    assertThat(command.path("CreatedBy").asString()).isEqualTo("USER");
    assertThat(api.call("InvokeCommand", Body.invoke(id, INSTANCE)).code()).isEmpty();
  }

  @Test
  void namesASavedCommandThatHasNoNameLikeItsId() {
    String first = api.ok("RunCommand", saved.without("CommandName")).text("CommandId");
    String second = api.ok("RunCommand", saved.with("CommandName", "")).text("CommandId");

    for (String id : List.of(first, second)) {
      assertThat(described(id).text("CommandSet/0/CommandName")).isEqualTo(id);
    }
  }

  @Test
  void wantsAUniqueNameOnlyOfWhatItSaves() {
    api.ok("RunCommand", saved);
    List<Long> before = totals();

    assertThat(start(saved).code()).isEqualTo(VALUE + "CommandNameDuplicated");

    assertThat(totals()).isEqualTo(before);
    assertThat(start(Body.run(INSTANCE)).code()).isEmpty();
    assertThat(newTenant().call("RunCommand", saved).code()).isEmpty();
  }

  @Test
  void savesFiveHundredCommandsAndRunsTheOthers() {
    // Each tenant has one built-in command of its own; public ones do not count.
    for (int i = 2; i < 500; i++) {
      api.createCommand(Body.command("command-" + i));
    }
    assertThat(start(saved).code()).isEmpty();
    List<Long> before = totals();

    assertThat(start(saved.with("CommandName", "one-more")).code())
        .isEqualTo("ResourceUnavailable.UserHasNoQuotaCode");

    assertThat(totals()).isEqualTo(before);
    assertThat(start(Body.run(INSTANCE)).code()).isEmpty();
    assertThat(api.ok("DescribeQuotas", "{'ResourceNames': ['COMMAND']}").body())
        .contains("\"ResourceQuotaUsed\":500,\"ResourceQuotaTotal\":500");
  }

  @Test
  void wantsAKeyOfEveryTag() {
    Body saved = Body.run(INSTANCE).with("CommandName", "saved").with("SaveCommand", true);

    assertThat(start(saved.with("Tags", List.of(Map.of("Key", "", "Value", "v")))).code())
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void takesUpToTenTags() {
    Map<String, String> tag = Map.of("Key", "k", "Value", "v");

    assertThat(start(saved.with("Tags", Collections.nCopies(10, tag))).code()).isEmpty();
    assertThat(start(saved.with("Tags", Collections.nCopies(11, tag))).code())
        .isEqualTo(VALUE + "TooLong");
  }

  @Test
  void wantsContent() {
    assertThat(start(saved.without("Content")).code()).isEqualTo("MissingParameter");
    assertThat(start(saved.with("Content", "")).code()).isEqualTo(VALUE + "CommandContentInvalid");
  }

  @Test
  void refusesDefaultsOfAScriptThatTakesNone() {
    assertThat(start(saved.with("DefaultParameters", "{\"a\": \"1\"}")).code())
        .isEqualTo(VALUE + "SupportParametersOnlyIfEnableParameter");
  }

  @Test
  void runsWindowsScriptsOnWindowsOnly() {
    Body windows = Body.run("ins-windows0").without("WorkingDirectory");

    for (String type : List.of("POWERSHELL", "BAT")) {
      Body typed = windows.with("CommandType", type);
      assertThat(start(typed).code()).isEmpty();
      assertThat(start(typed.with("InstanceIds", List.of(INSTANCE))).code())
          .isEqualTo(VALUE + "AgentUnsupportedCommandType");
    }
  }

  @Test
  void refusesParametersOfMoreThanSixtyFourKilobytes() {
    Body body = parametrised("bHM=", "");
    String longest = "{\"a\": \"" + "v".repeat(65_536 - 9) + "\"}";

    assertThat(start(body.with("Parameters", longest)).code()).isEmpty();
    assertThat(start(body.with("Parameters", longest + " ")).code()).isEqualTo(VALUE + "TooLong");
  }
}
