package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeScenesTest extends AcceptanceTest {
  private static final String OPERATIONS = "sc-12345678";
  private static final String WINDOWS = "sc-r8ct2mkc";
  private static final String VALUE = "InvalidParameterValue";

  private List<String> scenes(String body) {
    return api.ok("DescribeScenes", body).texts("SceneSet", "SceneId");
  }

  private String code(Body body) {
    return api.call("DescribeScenes", body).code();
  }

  private static String filter(String name, String value) {
    return "{'Name': '" + name + "', 'Values': ['" + value + "']}";
  }

  @Test
  void answersThePublishedExample() {
    Answer answer =
        api.ok("DescribeScenes", "{'SceneIds': ['sc-12345678'], 'Offset': 0, 'Limit': 20}");

    assertThat(answer.members()).containsExactlyInAnyOrder("TotalCount", "SceneSet", "RequestId");
    assertThat(answer.number("TotalCount")).isEqualTo(1);
    assertThat(answer.list("SceneSet").get(0))
        .isEqualTo(
            Body.of(
                    """
                    {'SceneId': 'sc-12345678', 'SceneName': '运维场景', 'CreatedBy': 'TAT',
                     'CreatedTime': '2020-11-02T02:48:11Z', 'UpdatedTime': '2020-11-02T02:48:11Z'}""")
                .tree());
  }

  @Test
  void listsTheSceneOfEveryPublicCommand() {
    assertThat(scenes("{}")).containsExactly(OPERATIONS, WINDOWS);
    for (var command : api.ok("DescribeCommands", "{}").list("CommandSet")) {
      command.path("Scenes").forEach(scene -> assertThat(scenes("{}")).contains(scene.asString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scene-id, sc-r8ct2mkc, sc-r8ct2mkc",
    "scene-id, sc-00000000, ''",
    "scene-name, Windows, sc-r8ct2mkc",
    "scene-name, windows, ''",
    "scene-name, 运维场景, sc-12345678",
    "created-by, TAT, sc-12345678 sc-r8ct2mkc"
  })
  void filters(String name, String value, String found) {
    assertThat(String.join(" ", scenes("{'Filters': [" + filter(name, value) + "]}")))
        .isEqualTo(found);
  }

  @Test
  void joinsFiltersByAnd() {
    String both = filter("created-by", "TAT") + ", " + filter("scene-name", "Windows");

    assertThat(scenes("{'Filters': [" + both + "]}")).containsExactly(WINDOWS);
  }

  @ParameterizedTest
  @CsvSource({
    "created-by, USER, InvalidParameterValue.InvalidFilter",
    "scene, x, InvalidParameterValue.InvalidFilter",
    "scene-id, cmd-12345678, InvalidParameterValue.InvalidSceneId",
    "scene-name, '', InvalidParameterValue.InvalidSceneName"
  })
  void refusesFilters(String name, String value, String code) {
    assertThat(code(Body.of("{'Filters': [" + filter(name, value) + "]}"))).isEqualTo(code);
  }

  @Test
  void limitsTheLengthOfNames() {
    String name = "名".repeat(60);

    assertThat(scenes("{'Filters': [" + filter("scene-name", name) + "]}")).isEmpty();
    assertThat(code(Body.of("{'Filters': [" + filter("scene-name", name + "名") + "]}")))
        .isEqualTo(VALUE + ".InvalidSceneName");
  }

  @Test
  void takesAtMostTenFiltersOfFiveValues() {
    String five = "{'Name': 'scene-name', 'Values': ['1', '2', '3', '4', '5']}";
    String six = five.replace("'5'", "'5', '6'");
    List<String> ten = Collections.nCopies(10, five);

    assertThat(code(Body.of("{'Filters': " + ten + "}"))).isEmpty();
    assertThat(code(Body.of("{'Filters': " + Collections.nCopies(11, five) + "}")))
        .isEqualTo(VALUE + ".InvalidFilter");
    assertThat(code(Body.of("{'Filters': [" + six + "]}")))
        .isEqualTo("LimitExceeded.FilterValueExceeded");
  }

  @Test
  void refusesIdsTogetherWithFilters() {
    Body filters = Body.of("{'Filters': [" + filter("scene-id", OPERATIONS) + "]}");

    assertThat(code(filters.with("SceneIds", List.of(OPERATIONS))))
        .isEqualTo("InvalidParameter.ConflictParameter");
    assertThat(code(filters.with("SceneIds", List.of()))).isEmpty();
  }

  @Test
  void takesUpToAHundredIds() {
    Body empty = Body.of("{}");

    assertThat(code(empty.with("SceneIds", Collections.nCopies(100, WINDOWS)))).isEmpty();
    assertThat(code(empty.with("SceneIds", Collections.nCopies(101, WINDOWS)))).isEqualTo(VALUE);
    assertThat(code(empty.with("SceneIds", List.of("sc-?")))).isEqualTo(VALUE + ".InvalidSceneId");
  }

  @Test
  void pages() {
    Answer second = api.ok("DescribeScenes", "{'Offset': 1, 'Limit': 1}");

    assertThat(second.texts("SceneSet", "SceneId")).containsExactly(WINDOWS);
    assertThat(second.number("TotalCount")).isEqualTo(2);
    assertThat(scenes("{'Limit': 0}")).isEmpty();
    assertThat(scenes("{'Limit': 100}")).hasSize(2);
    assertThat(scenes("{'Offset': 9223372036854775808}")).isEmpty();
    assertThat(code(Body.of("{'Limit': 101}"))).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'Limit': -1}", "{'Offset': -1}", "{'Offset': 1.5}"})
  void refusesPagesThatAreNoNaturalNumbers(String body) {
    assertThat(code(Body.of(body))).isEqualTo("InvalidParameter");
  }
}
