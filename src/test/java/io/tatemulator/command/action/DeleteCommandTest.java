package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteCommandTest extends AcceptanceTest {
  private static Answer delete(Api caller, String id) {
    return caller.call("DeleteCommand", Body.of("{}").with("CommandId", id));
  }

  private List<String> commands() {
    String own = "{'Filters': [{'Name': 'created-by', 'Values': ['USER']}]}";
    return api.ok("DescribeCommands", own).texts("CommandSet", "CommandId");
  }

  @Test
  void removesACommandWithItsTagsAndFreesItsName() {
    Body body = Body.command("doomed").with("Tags", List.of(Map.of("Key", "k", "Value", "v")));
    String id = api.createCommand(body);

    Answer answer = delete(api, id);

    assertThat(answer.members()).containsExactly("RequestId");
    assertThat(commands()).containsExactly(COMMAND);
    assertThat(delete(api, id).code()).isEqualTo("ResourceNotFound.CommandNotFound");
    assertThat(api.createCommand(body)).isNotEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidCommandId",
    "cmd-1234567, InvalidParameterValue.InvalidCommandId",
    "ivk-12345678, InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound",
    "cmd-1234567890123456, ResourceNotFound.CommandNotFound",
    "cmd-sysinf01, InvalidParameterValue.InvalidCommandId"
  })
  void refusesWhatIsNoCommand(String id, String code) {
    assertThat(delete(api, id).code()).isEqualTo(code);
  }

  @Test
  void wantsACommand() {
    assertThat(api.call("DeleteCommand", "{}").code()).isEqualTo("MissingParameter");
  }

  @Test
  void refusesACommandThatIsBoundEvenToADisabledInvoker() {
    String id = api.createCommand(Body.command("bound"));
    String invoker = api.createInvoker(Body.recurring("0 0 1 * *").with("CommandId", id));

    assertThat(delete(api, id).code()).isEqualTo("ResourceUnavailable.CommandInInvoker");
    api.ok("DisableInvoker", "{'InvokerId': '" + invoker + "'}");
    assertThat(delete(api, id).code()).isEqualTo("ResourceUnavailable.CommandInInvoker");

    assertThat(commands()).contains(id);
    api.ok("ModifyInvoker", Body.of("{}").with("InvokerId", invoker).with("CommandId", COMMAND));
    assertThat(delete(api, id).code()).isEmpty();
  }

  @Test
  void keepsWhatTheCommandHasRun() {
    String id = api.createCommand(Body.command("has-run"));
    String invoker = fire(api, Body.once("").with("CommandId", id)).get(0);
    api.ok("DeleteInvoker", "{'InvokerId': '" + invoker + "'}");
    Answer invocations = api.ok("DescribeInvocations", "{}");
    Answer tasks = api.ok("DescribeInvocationTasks", "{}");
    assertThat(invocations.text("InvocationSet/0/CommandName")).isEqualTo("has-run");

    assertThat(delete(api, id).code()).isEmpty();

    assertThat(api.ok("DescribeInvocations", "{}").list("InvocationSet"))
        .isEqualTo(invocations.list("InvocationSet"));
    assertThat(api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet"))
        .isEqualTo(tasks.list("InvocationTaskSet"));
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = api.createCommand(Body.command("mine"));

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(delete(stranger, id).code()).isEqualTo("ResourceNotFound.CommandNotFound");
    }
    assertThat(commands()).contains(id);
  }

  @Test
  void leavesThePublishedCommandOfOthersAlone() {
    assertThat(delete(newTenant(), COMMAND).code()).isEmpty();

    assertThat(commands()).containsExactly(COMMAND);
  }
}
