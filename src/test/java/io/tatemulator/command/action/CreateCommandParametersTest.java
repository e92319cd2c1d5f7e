package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.BadParameters;
import io.tatemulator.testing.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The two ways of giving a command's placeholders defaults. */
class CreateCommandParametersTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private final Body enabled = Body.command("parametrised").with("EnableParameter", true);

  private Answer create(Body body) {
    return api.call("CreateCommand", body);
  }

  private static Map<String, String> conf(String name, String value) {
    return Map.of("ParameterName", name, "ParameterValue", value);
  }

  @ParameterizedTest
  @MethodSource(BadParameters.SOURCE)
  void refusesDefaults(String defaults, String code) {
    assertThat(create(enabled.with("DefaultParameters", defaults)).code()).isEqualTo(code);
  }

  @Test
  void showsDefaultsWithDescriptionsInBothForms() {
    Map<String, String> described =
        Map.of("ParameterName", "b", "ParameterValue", "2", "ParameterDescription", "the b");
    String id =
        api.createCommand(
            enabled.with("DefaultParameterConfs", List.of(described, conf("a", "1"))));

    JsonNode shown =
        api.ok("DescribeCommands", "{'CommandIds': ['" + id + "']}").list("CommandSet").get(0);

    assertThat(shown.path("DefaultParameters").asString()).isEqualTo("{\"b\":\"2\",\"a\":\"1\"}");
    assertThat(shown.at("/DefaultParameterConfs/0/ParameterDescription").asString())
        .isEqualTo("the b");
    assertThat(shown.at("/DefaultParameterConfs/1/ParameterDescription").stringValue()).isEmpty();
    assertThat(shown.at("/DefaultParameterConfs/1/ParameterName").asString()).isEqualTo("a");
  }

  @Test
  void refusesDefaultsWithDescriptions() {
    List<Map<String, String>> twenty =
        IntStream.range(0, 20).mapToObj(i -> conf("k" + i, "v")).toList();
    List<Map<String, String>> more =
        IntStream.range(0, 21).mapToObj(i -> conf("k" + i, "v")).toList();

    assertConfs(twenty, "");
    assertConfs(more, "ParameterNumberExceeded");
    assertConfs(List.of(conf("a", "1"), conf("a", "2")), "ParameterKeyDuplicated");
    assertConfs(List.of(conf("a b", "1")), "ParameterKeyContainsInvalidChar");
    assertConfs(List.of(conf("k".repeat(65), "1")), "ParameterKeyLenExceeded");
  }

  private void assertConfs(List<Map<String, String>> confs, String code) {
    assertThat(create(enabled.with("DefaultParameterConfs", confs)).code())
        .isEqualTo(code.isEmpty() ? "" : VALUE + code);
  }

  @Test
  void refusesDefaultsInBothForms() {
    Body both =
        enabled
            .with("DefaultParameters", "{\"a\": \"1\"}")
            .with("DefaultParameterConfs", List.of(conf("a", "1")));

    assertThat(create(both).code()).isEqualTo("InvalidParameter");
    assertThat(create(both.with("DefaultParameterConfs", List.of())).code()).isEmpty();
  }

  @Test
  void refusesDefaultsOfACommandThatTakesNoParameters() {
    for (Body disabled : List.of(enabled.with("EnableParameter", false), Body.command("plain"))) {
      assertThat(create(disabled.with("DefaultParameters", "{\"a\": \"1\"}")).code())
          .isEqualTo(VALUE + "SupportParametersOnlyIfEnableParameter");
      assertThat(create(disabled.with("DefaultParameterConfs", List.of(conf("a", "1")))).code())
          .isEqualTo(VALUE + "SupportParametersOnlyIfEnableParameter");
    }
  }
}
