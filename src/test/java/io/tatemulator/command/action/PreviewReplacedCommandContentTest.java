package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.BadParameters;
import io.tatemulator.testing.Body;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewReplacedCommandContentTest extends AcceptanceTest {
  @Test
  void refusesWhatWouldGrowWithoutBound() {
    String many =
        Base64.getEncoder()
            .encodeToString("{{a}}".repeat(9_000).getBytes(StandardCharsets.US_ASCII));
    Body body = Body.of("{}").with("Content", many);

    String all = "{\"a\": \"" + "x".repeat(1_000) + "\"}";
    assertThat(preview(body.with("Parameters", all)).code()).isEqualTo("InvalidParameter");
    assertThat(preview(body.with("Parameters", "{\"a\": \"x\"}")).code()).isEmpty();
  }

  private static final String VALUE = "InvalidParameterValue.";
  private static final String CONTENT = "bHMge3thfX0KZWNobyB7e2J9fSB7e2N9fQ==";
  private static final String GIVEN = "{\"a\": \"123\"}";

  private final Body example = Body.of("{}").with("Parameters", GIVEN).with("Content", CONTENT);

  private Answer preview(Body body) {
    return api.call("PreviewReplacedCommandContent", body);
  }

  private String shown(Body body) {
    Answer answer = api.ok("PreviewReplacedCommandContent", body);
    byte[] script = Base64.getDecoder().decode(answer.text("ReplacedContent"));
    return new String(script, StandardCharsets.UTF_8);
  }

  private Body command(String defaults) {
    Body enabled = Body.command("parametrised").with("EnableParameter", true);
    Body complete = enabled.with("Content", CONTENT).with("DefaultParameters", defaults);
    return Body.of("{}").with("CommandId", api.createCommand(complete));
  }

  @Test
  void answersThePublishedExample() {
    Answer answer = preview(example);

    assertThat(answer.members()).containsExactlyInAnyOrder("ReplacedContent", "RequestId");
    assertThat(answer.text("ReplacedContent")).isEqualTo("bHMgMTIzCmVjaG8ge3tifX0ge3tjfX0=");
  }

  @Test
  void limitsTheLengthOfParameters() {
    String rest = "{\"a\": \"\"}";
    String longest = "{\"a\": \"" + "x".repeat(65_536 - rest.length()) + "\"}";

    assertThat(preview(example.with("Parameters", longest)).code()).isEmpty();
    assertThat(preview(example.with("Parameters", longest + " ")).code())
        .isEqualTo(VALUE + "Range");
  }

  @Test
  void putsParametersOverTheDefaultsOfACommand() {
    Body body = command("{\"a\": \"1\", \"b\": \"2\"}");

    assertThat(shown(body)).isEqualTo("ls 1\necho 2 {{c}}");
    assertThat(shown(body.with("Parameters", "{\"b\": \"x\", \"c\": \"{{a}}\"}")))
        .isEqualTo("ls 1\necho x {{a}}");
  }

  @Test
  void showsHiddenValuesToWhomGivesThem() {
    String hidden =
        Base64.getEncoder()
            .encodeToString("echo {{tat-hidden:a}} {{ a }}".getBytes(StandardCharsets.UTF_8));

    assertThat(shown(example.with("Content", hidden))).isEqualTo("echo 123 {{ a }}");
  }

  @Test
  void wantsParametersForACommandWithoutDefaults() {
    Body body = command("");

    assertThat(preview(body).code()).isEqualTo(VALUE + "LackOfParameterInfo");
    assertThat(shown(body.with("Parameters", GIVEN))).isEqualTo("ls 123\necho {{b}} {{c}}");
  }

  @Test
  void showsACommandThatTakesNoParametersAsItIs() {
    String id = api.createCommand(Body.command("plain").with("Content", CONTENT));
    Body body = Body.of("{}").with("CommandId", id);

    assertThat(shown(body)).isEqualTo("ls {{a}}\necho {{b}} {{c}}");
    assertThat(preview(body.with("Parameters", GIVEN)).code())
        .isEqualTo(VALUE + "ParameterDisabled");
  }

  @Test
  void wantsParametersForContent() {
    assertThat(preview(example.without("Parameters")).code()).isEqualTo(VALUE + "LackOfParameters");
  }

  @Test
  void wantsEitherACommandOrContent() {
    assertThat(preview(example.with("CommandId", COMMAND)).code())
        .isEqualTo("InvalidParameter.ConflictParameter");
    assertThat(preview(example.without("Content")).code())
        .isEqualTo("InvalidParameter.ConflictParameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"====", "bHM", "bHM_", "ls -l"})
  void refusesContentThatIsNoBase64(String content) {
    assertThat(preview(example.with("Content", content)).code())
        .isEqualTo(VALUE + "CommandContentInvalid");
  }

  // The action documents no InvalidParameterValue.TooLong.
  @Test
  void takesContentOfSixtyFourKilobytes() {
    assertThat(preview(example.with("Content", "QUFB".repeat(16_384))).code()).isEmpty();
    assertThat(preview(example.with("Content", "QUFB".repeat(16_385))).code())
        .isEqualTo(VALUE + "CommandContentInvalid");
  }

  @ParameterizedTest
  @MethodSource(BadParameters.SOURCE)
  void refusesParameters(String parameters, String code) {
    assertThat(preview(example.with("Parameters", parameters)).code()).isEqualTo(code);
  }

  @Test
  void takesKeysOfSixtyFourCharacters() {
    String key = "k".repeat(64);

    assertThat(preview(example.with("Parameters", "{\"" + key + "\": \"v\"}")).code()).isEmpty();
    assertThat(preview(example.with("Parameters", "{\"" + key + "k\": \"v\"}")).code())
        .isEqualTo(VALUE + "ParameterKeyLenExceeded");
  }

  @ParameterizedTest
  @CsvSource({"20, ''", "21, InvalidParameterValue.ParameterNumberExceeded"})
  void takesTwentyParameters(int count, String code) {
    Body parameters = Body.of("{}");
    for (int i = 0; i < count; i++) {
      parameters = parameters.with("k" + i, "v");
    }

    assertThat(preview(example.with("Parameters", parameters.json())).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "cmd-1234567, InvalidParameterValue.InvalidCommandId",
    "ivk-12345678, InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound"
  })
  void refusesWhatIsNoCommand(String id, String code) {
    assertThat(preview(Body.of("{}").with("CommandId", id)).code()).isEqualTo(code);
  }

  @Test
  void doesNotShowACommandOfAnotherAccountOrRegion() {
    Body body = command("{\"a\": \"1\"}");

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.call("PreviewReplacedCommandContent", body).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
  }

  @Test
  void runsNothing() {
    preview(command("{\"a\": \"1\"}"));

    assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isZero();
  }
}
