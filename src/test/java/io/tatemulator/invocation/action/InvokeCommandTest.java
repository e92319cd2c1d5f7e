package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.RunContract;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InvokeCommandTest extends RunContract {
  private static final String VALUE = "InvalidParameterValue.";

  @Override
  protected String action() {
    return "InvokeCommand";
  }

  @Override
  protected Body request() {
    return Body.invoke(COMMAND, INSTANCE);
  }

  @Override
  protected Body parametrised(String content, String defaults) {
    Body command =
        Body.command(UUID.randomUUID().toString())
            .with("Content", content)
            .with("EnableParameter", true)
            .with("DefaultParameters", defaults);
    return Body.invoke(api.createCommand(command), INSTANCE);
  }

  private JsonNode command(String id) {
    return api.ok("DescribeCommands", Body.of("{}").with("CommandIds", List.of(id)))
        .list("CommandSet")
        .get(0);
  }

  @Test
  void answersThePublishedExample() {
    // Any saved command will do for the example's.
    var answer = api.ok("InvokeCommand", Body.invoke(COMMAND, "lhins-ar5wyn40"));

    assertThat(answer.members()).containsExactlyInAnyOrder("InvocationId", "RequestId");
    assertThat(ended().path("CommandId").asString()).isEqualTo(COMMAND);
    assertThat(ended().path("InstanceKind").asString()).isEqualTo("LIGHTHOUSE");
  }

  @Test
  void changesTheCommandForOneRunOnly() {
    String id = api.createCommand(Body.command("varied"));
    JsonNode before = command(id);
    Body variant =
        Body.of("{'Username': 'nobody', 'WorkingDirectory': '/var', 'Timeout': 7}")
            .with("OutputCOSBucketUrl", "https://b-123456789.cos.ap-beijing.myqcloud.com")
            .with("OutputCOSKeyPrefix", "prefix");

    api.ok("InvokeCommand", Body.invoke(id, INSTANCE).over(variant));

    JsonNode invocation = ended();
    JsonNode document = task().path("CommandDocument");
    variant
        .tree()
        .properties()
        .forEach(
            part -> {
              assertThat(invocation.path(part.getKey())).isEqualTo(part.getValue());
              assertThat(document.path(part.getKey())).isEqualTo(part.getValue());
            });
    assertThat(document.path("Content")).isEqualTo(before.path("Content"));
    assertThat(invocation.path("CommandName").asString()).isEqualTo("varied");
    assertThat(command(id)).isEqualTo(before);
  }

  @Test
  void leavesWhatIsNotNamedAsTheCommandHasIt() {
    String id = api.createCommand(Body.command("plain").with("Username", "nobody"));

    api.ok("InvokeCommand", Body.invoke(id, INSTANCE).with("Timeout", 7).with("Username", ""));

    JsonNode document = task().path("CommandDocument");
    assertThat(document.path("Timeout").longValue()).isEqualTo(7);
    assertThat(document.path("Username").asString()).isEqualTo("nobody");
    assertThat(document.path("WorkingDirectory").asString()).isEqualTo("/tmp");
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidCommandId",
    "cmd-1234567, InvalidParameterValue.InvalidCommandId",
    "ivk-12345678, InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound",
    "cmd-1234567890123456, ResourceNotFound.CommandNotFound"
  })
  void refusesWhatIsNoCommand(String id, String code) {
    assertThat(start(Body.invoke(id, INSTANCE)).code()).isEqualTo(code);
  }

  @Test
  void wantsACommand() {
    assertThat(start(request().without("CommandId")).message())
        .isEqualTo("The request is missing a required parameter `CommandId`.");
  }

  @Test
  void doesNotFindACommandOfAnotherAccountOrRegion() {
    String id = api.createCommand(Body.command("mine"));

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.call("InvokeCommand", Body.invoke(id, INSTANCE)).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Username, a:b, InvalidParameter.InvalidUsername",
    "WorkingDirectory, tmp, InvalidParameterValue.InvalidWorkingDirectory",
    "WorkingDirectory, C:\\tmp, InvalidParameterValue.InvalidWorkingDirectory",
    "OutputCOSBucketUrl, http://b, InvalidParameterValue.InvalidOutputCOSBucketUrl",
    "OutputCOSKeyPrefix, /a, InvalidParameterValue.InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, a//b, InvalidParameterValue.InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, .., InvalidParameterValue.InvalidOutputCOSKeyPrefix"
  })
  void refusesChanges(String part, String value, String code) {
    assertThat(start(request().with(part, value)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Username, u, 256, InvalidParameter.InvalidUsername",
    "WorkingDirectory, /, 4096, InvalidParameterValue.InvalidWorkingDirectory",
    "OutputCOSBucketUrl, https://, 2048, InvalidParameterValue.InvalidOutputCOSBucketUrl",
    "OutputCOSKeyPrefix, p, 60, InvalidParameterValue.InvalidOutputCOSKeyPrefix"
  })
  void takesChangesOfSomeLengthAndNoLongerOnes(String part, String filler, int max, String code) {
    String longest = filler.repeat(max / filler.length());

    assertThat(start(request().with(part, longest)).code()).isEmpty();
    assertThat(start(request().with(part, longest + "a")).code()).isEqualTo(code);
  }

  // The action documents no InvalidParameterValue.Range and no InvalidParameterValue.TooLong.
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "86400, true", "86401, false"})
  void limitsTheTimeout(String seconds, boolean good) {
    assertThat(start(request().with("Timeout", new BigInteger(seconds))).code())
        .isEqualTo(good ? "" : "InvalidParameterValue");
  }

  @Test
  void refusesParametersOfMoreThanSixtyFourKilobytes() {
    Body body = parametrised("bHM=", "");
    String longest = "{\"a\": \"" + "v".repeat(65_536 - 9) + "\"}";

    assertThat(start(body.with("Parameters", longest)).code()).isEmpty();
    assertThat(start(body.with("Parameters", longest + " ")).code())
        .isEqualTo("InvalidParameterValue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmd-sysinf01", "cmd-diskus01"})
  void runsPublicCommands(String id) {
    api.ok("InvokeCommand", Body.invoke(id, INSTANCE));

    assertThat(ended().path("InvocationStatus").asString()).isEqualTo("SUCCESS");
    assertThat(createdBy("TAT")).isEqualTo(1);
    assertThat(createdBy("USER")).isZero();
  }

  private long createdBy(String creator) {
    String filter = "{'Filters': [{'Name': 'command-created-by', 'Values': ['" + creator + "']}]}";
    return api.ok("DescribeInvocations", filter).number("TotalCount");
  }

  @Test
  void runsAPublicWindowsCommandOnWindowsOnly() {
    assertThat(start(Body.invoke("cmd-winsvc01", "ins-windows0")).code()).isEmpty();
    assertThat(start(Body.invoke("cmd-winsvc01", INSTANCE)).code())
        .isEqualTo(VALUE + "AgentUnsupportedCommandType");
  }
}
