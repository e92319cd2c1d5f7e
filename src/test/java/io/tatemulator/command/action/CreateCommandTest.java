package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CreateCommandTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private final Body example = Body.command("hello-command");
  private final Body minimal = Body.of("{'CommandName': 'minimal', 'Content': 'bHM='}");

  private Answer create(Body body) {
    return api.call("CreateCommand", body);
  }

  private JsonNode created(Body body) {
    String id = api.createCommand(body);
    Answer answer = api.ok("DescribeCommands", "{'CommandIds': ['" + id + "']}");
    return answer.list("CommandSet").get(0);
  }

  @Test
  void answersThePublishedExample() {
    Answer answer = create(example);

    assertThat(answer.members()).containsExactlyInAnyOrder("CommandId", "RequestId");
    assertThat(answer.text("CommandId")).matches("cmd-[0-9a-z]{8}");
  }

  @Test
  void keepsAllThatIsGiven() {
    Body body =
        example
            .with("EnableParameter", true)
            .with("DefaultParameters", "{\"varA\": \"222\"}")
            .with(
                "Tags", List.of(Map.of("Key", "k", "Value", "v"), Map.of("Key", "a", "Value", "")))
            .with("Username", "nobody")
            .with("OutputCOSBucketUrl", "https://b-123454321.cos.ap-beijing.myqcloud.com")
            .with("OutputCOSKeyPrefix", "images/2026");

    JsonNode shown = created(body);

    body.tree()
        .properties()
        .forEach(given -> assertThat(shown.path(given.getKey())).isEqualTo(given.getValue()));
    assertThat(shown.path("DefaultParameterConfs").isArray()).isTrue();
    assertThat(shown.path("DefaultParameterConfs")).isEmpty();
  }

  @Test
  void fillsInDefaults() {
    JsonNode shown = created(minimal);

    assertThat(shown.path("CommandType").stringValue()).isEqualTo("SHELL");
    assertThat(shown.path("WorkingDirectory").stringValue()).isEqualTo("/root");
    assertThat(shown.path("Timeout").longValue()).isEqualTo(60);
    assertThat(shown.path("Username").stringValue()).isEqualTo("root");
    assertThat(shown.path("EnableParameter").booleanValue()).isFalse();
    for (String text :
        List.of("Description", "DefaultParameters", "OutputCOSBucketUrl", "OutputCOSKeyPrefix")) {
      assertThat(shown.path(text).stringValue()).as(text).isEmpty();
    }
    assertThat(shown.path("Tags").isArray()).isTrue();
    assertThat(shown.path("Tags")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POWERSHELL", "BAT"})
  void fillsInDefaultsForWindows(String type) {
    JsonNode shown = created(minimal.with("CommandType", type));

    assertThat(shown.path("WorkingDirectory").asString())
        .isEqualTo("C:\\Program Files\\qcloud\\tat_agent\\workdir");
    assertThat(shown.path("Username").asString()).isEqualTo("System");
  }

  @Test
  void takesEmptyOptionalTextsForAbsentOnes() {
    Body body = minimal;
    for (String parameter :
        List.of(
            "Description", "CommandType", "WorkingDirectory", "DefaultParameters", "Username")) {
      body = body.with(parameter, "");
    }

    assertThat(created(body).path("WorkingDirectory").asString()).isEqualTo("/root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CommandName", "Content"})
  void wantsItsRequiredParameters(String parameter) {
    assertThat(create(example.without(parameter)).message())
        .isEqualTo("The request is missing a required parameter `" + parameter + "`.");
  }

  @Test
  void countsTheBytesOfAName() {
    assertThat(create(example.with("CommandName", "n".repeat(60))).code()).isEmpty();
    assertThat(create(example.with("CommandName", "n".repeat(61))).code())
        .isEqualTo(VALUE + "TooLong");
    assertThat(create(example.with("CommandName", "名".repeat(20))).code()).isEmpty();
    assertThat(create(example.with("CommandName", "名".repeat(20) + "n")).code())
        .isEqualTo(VALUE + "TooLong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "命令_1-b.C", "..."})
  void takesNames(String name) {
    assertThat(create(example.with("CommandName", name)).code()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä", "a\n", "${x}", "😀"})
  void refusesNames(String name) {
    assertThat(create(example.with("CommandName", name)).code())
        .isEqualTo(VALUE + "InvalidCommandName");
  }

  @Test
  void wantsNamesThatAreUniqueInTheirTenant() {
    api.createCommand(example);

    assertThat(create(minimal.with("CommandName", "hello-command")).code())
        .isEqualTo(VALUE + "CommandNameDuplicated");
    assertThat(create(example.with("CommandName", "Hello-command")).code()).isEmpty();
    assertThat(newTenant().call("CreateCommand", example).code()).isEmpty();
    assertThat(api.with("X-TC-Region", "ap-beijing").call("CreateCommand", example).code())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "====", "bHM", "bH M=", "bHM=\n", "bHM_", "bHM==", "b=HM", "ls -l"})
  void refusesContentThatIsNoBase64(String content) {
    assertThat(create(example.with("Content", content)).code())
        .isEqualTo(VALUE + "CommandContentInvalid");
  }

  @Test
  void limitsLengths() {
    assertThat(create(minimal.with("Content", "QUFB".repeat(16_384))).code()).isEmpty();
    assertThat(create(minimal.with("Content", "QUFB".repeat(16_385))).code())
        .isEqualTo(VALUE + "TooLong");
    assertThat(create(example.with("Description", "述".repeat(120))).code()).isEmpty();
    assertThat(create(example.with("Description", "d".repeat(121))).code())
        .isEqualTo(VALUE + "TooLong");
  }

  @ParameterizedTest
  @CsvSource({"0, Range", "1, ''", "86400, ''", "86401, Range", "99999999999999999999, Range"})
  void limitsTheTimeout(String seconds, String code) {
    Answer answer = create(example.with("Timeout", new BigInteger(seconds)));

    assertThat(answer.code()).isEqualTo(code.isEmpty() ? "" : VALUE + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BASH", "shell", "PYTHON"})
  void refusesTypes(String type) {
    assertThat(create(example.with("CommandType", type)).code()).isEqualTo(VALUE + "Range");
  }

  @ParameterizedTest
  @CsvSource({
    "SHELL, /, ''",
    "SHELL, /a b/ü, ''",
    "SHELL, tmp, InvalidWorkingDirectory",
    "SHELL, C:\\tmp, InvalidWorkingDirectory",
    "POWERSHELL, C:\\tmp, ''",
    "BAT, d:\\, ''",
    "POWERSHELL, /tmp, InvalidWorkingDirectory",
    "BAT, C:tmp, InvalidWorkingDirectory"
  })
  void wantsAnAbsoluteWorkingDirectory(String type, String path, String code) {
    Answer answer = create(example.with("CommandType", type).with("WorkingDirectory", path));

    assertThat(answer.code()).isEqualTo(code.isEmpty() ? "" : VALUE + code);
  }

  @ParameterizedTest
  @CsvSource({
    "Username, a:b, InvalidUsername",
    "Username, a/b, InvalidUsername",
    "OutputCOSBucketUrl, http://b.cos.ap-beijing.myqcloud.com, InvalidOutputCOSBucketUrl",
    "OutputCOSBucketUrl, b, InvalidOutputCOSBucketUrl",
    "OutputCOSKeyPrefix, /a, InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, a//b, InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, a/../b, InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, .., InvalidOutputCOSKeyPrefix"
  })
  void refusesValues(String parameter, String value, String code) {
    assertThat(create(example.with(parameter, value)).code()).isEqualTo(VALUE + code);
  }

  @Test
  void takesAnOutputPrefixOfSixtyCharactersAndDotsWithinNames() {
    assertThat(create(example.with("OutputCOSKeyPrefix", "a..b/" + "p".repeat(55))).code())
        .isEmpty();
    assertThat(create(example.with("OutputCOSKeyPrefix", "p".repeat(61))).code())
        .isEqualTo(VALUE + "InvalidOutputCOSKeyPrefix");
  }

  @Test
  void wantsAKeyOfEveryTag() {
    Answer answer = create(example.with("Tags", List.of(Map.of("Key", "", "Value", ""))));

    assertThat(answer.code()).isEqualTo("InvalidParameterValue");
    assertThat(answer.message()).contains("`Tags.0.Key`");
  }

  @Test
  void takesUpToTenTags() {
    Map<String, String> tag = Map.of("Key", "k", "Value", "v");

    assertThat(create(example.with("Tags", Collections.nCopies(10, tag))).code()).isEmpty();
    assertThat(create(example.with("Tags", Collections.nCopies(11, tag))).code())
        .isEqualTo(VALUE + "TooLong");
    assertThat(create(example.with("Tags", List.of(Map.of("Key", "k")))).message())
        .isEqualTo("The request is missing a required parameter `Tags.0.Value`.");
  }

  @Test
  void refusesTheCommandAfterTheFiveHundredth() {
    // The tenant has one built-in command.
    for (int i = 1; i < 500; i++) {
      api.createCommand(Body.command("command-" + i));
    }

    assertThat(create(example).code()).isEqualTo("ResourceUnavailable.UserHasNoQuotaCode");
    assertThat(newTenant().call("CreateCommand", example).code()).isEmpty();
  }

  @Test
  void countsCharactersBeyondTheBasicPlaneAsOne() {
    String longest = "\uD83D\uDE80".repeat(256);

    assertThat(api.call("CreateCommand", example.with("Username", longest)).code()).isEmpty();
  }
}
