package io.tatemulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Pages;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that their parameters would fill to hundreds of megabytes. */
class FilledSizeTest extends ControlTest {
  private static final String START = "2021-08-31T16:00:00Z";
  private static final String LONG_VALUE = "{\"a\": \"" + "x".repeat(65_000) + "\"}";
  private static final String MANY = script("{{a}}".repeat(9_800));
  private static final String FEW = script("{{a}}");

  @BeforeEach
  void freeze() {
    control.freeze(START);
  }

  private static String script(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private String command(String content) {
    return api.createCommand(
        Body.command("parametrised").with("EnableParameter", true).with("Content", content));
  }

  private static Body invoker(String command, String parameters) {
    return Body.recurring("* * * * *").with("CommandId", command).with("Parameters", parameters);
  }

  private static void assertTooLarge(Answer answer, String parameter) {
    assertThat(answer.code()).isEqualTo("InvalidParameter");
    assertThat(answer.message()).contains(parameter);
  }

  @Test
  void createInvokerRejectsThem() {
    assertTooLarge(api.call("CreateInvoker", invoker(command(MANY), LONG_VALUE)), "Parameters");
  }

  @Test
  void modifyInvokerRejectsThem() {
    String invokerId = api.createInvoker(invoker(command(MANY), "{\"a\": \"x\"}"));
    Body change = Body.of("{}").with("InvokerId", invokerId);

    assertTooLarge(api.call("ModifyInvoker", change.with("Parameters", LONG_VALUE)), "Parameters");

    Body other = Body.command("other").with("EnableParameter", true).with("Content", FEW);
    String small = api.createInvoker(invoker(api.createCommand(other), LONG_VALUE));
    Body exchange = Body.of("{}").with("InvokerId", small);
    String many =
        api.ok("DescribeInvokers", "{'InvokerIds': ['" + invokerId + "']}")
            .text("InvokerSet/0/CommandId");
    assertTooLarge(api.call("ModifyInvoker", exchange.with("CommandId", many)), "Parameters");
  }

  @Test
  void defaultParametersThatFillTheScriptBeyondTheLimitAreRejected() {
    Body command = Body.command("parametrised").with("EnableParameter", true);
    Body large = command.with("Content", MANY).with("DefaultParameters", LONG_VALUE);

    assertTooLarge(api.call("CreateCommand", large), "DefaultParameters");
    String id =
        api.createCommand(command.with("Content", FEW).with("DefaultParameters", LONG_VALUE));
    Body change = Body.of("{}").with("CommandId", id).with("Content", MANY);
    assertTooLarge(api.call("ModifyCommand", change), "DefaultParameters");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCommandThatIsChangedBeyondTheLimitFailsOnlyItsTask(boolean withARule) {
    if (withARule) {
      control.ok(
          "PUT",
          "outcomes",
          "{'rules': [{'match': {'content': 'zzz'}, 'outcome': {'exitCode': 1}}]}");
    }
    String command = command(FEW);
    api.createInvoker(invoker(command, LONG_VALUE));
    api.ok("ModifyCommand", Body.of("{}").with("CommandId", command).with("Content", MANY));
    Api neighbour = api.with("X-TC-Region", "ap-beijing");
    neighbour.ok("RunCommand", Body.run("ins-aaaaaaaa"));

    control.advance(Duration.ofMinutes(2));

    Answer tasks = api.ok("DescribeInvocationTasks", "{}");
    assertThat(Pages.texts(tasks.list("InvocationTaskSet"), "TaskStatus"))
        .containsExactly("START_FAILED", "START_FAILED");
    assertThat(tasks.text("InvocationTaskSet/0/ErrorInfo")).contains("1048576");
    assertThat(tasks.text("InvocationTaskSet/0/CommandDocument/Content")).isEqualTo(MANY);
    assertThat(api.ok("DescribeInvokerRecords", "{}").text("InvokerRecordSet/0/Result"))
        .isEqualTo("FAILED");
    assertThat(neighbour.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
        .isEqualTo("SUCCESS");
  }
}
