package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.FilterContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeCommandsTest extends FilterContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeCommands",
        "CommandSet",
        "CommandIds",
        "CommandId",
        "cmd-00000000",
        "ivk-00000000",
        "InvalidParameterValue.InvalidCommandId",
        "InvalidParameterValue",
        new Limits("InvalidParameterValue", ""));
  }

  @Override
  protected String idFilter() {
    return "command-id";
  }

  // The action documents no InvalidParameterValue.LimitExceeded.
  @Override
  protected String manyValuesCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected List<String> givenToAll() {
    return GIVEN_COMMANDS;
  }

  @Override
  protected void assertStrangerCannotName(Api stranger, List<String> created) {
    assertThat(names(stranger, all().with("CommandIds", created))).isEmpty();
  }

  @Override
  protected List<String> create(Api caller, int count) {
    List<String> ids = new ArrayList<>();
    caller.ok("DescribeCommands", "{}");
    for (int i = 0; i < count; i++) {
      hostClock.advance(TICK);
      ids.add(caller.createCommand(Body.command("command-" + i)));
    }
    return ids;
  }

  @Test
  void showsEveryDocumentedMember() {
    String id = create(api, 1).get(0);
    Answer answer = api.ok("DescribeCommands", "{'CommandIds': ['" + id + "']}");

    assertThat(answer.members()).containsExactlyInAnyOrder("TotalCount", "CommandSet", "RequestId");
    var shown = answer.list("CommandSet").get(0);
    assertThat(shown.path("CommandName").asString()).isEqualTo("command-0");
    assertThat(shown.path("CreatedBy").asString()).isEqualTo("USER");
    assertThat(shown.path("FormattedDescription").stringValue()).isEmpty();
    assertThat(shown.path("Scenes").isArray()).isTrue();
    assertThat(shown.path("CreatedTime").asString()).matches(".{10}T.{8}Z");
    assertThat(shown.path("UpdatedTime")).isEqualTo(shown.path("CreatedTime"));
    assertThat(shown.propertyNames()).hasSize(19);
  }

  @ParameterizedTest
  @CsvSource({
    "command-name, one",
    "command-type, BAT",
    "tag-key, colour",
    "tag-value, red",
    "tag:colour, red"
  })
  void filters(String name, String value) {
    String one =
        api.createCommand(
            Body.of("{'CommandName': 'one', 'Content': 'bHM=', 'CommandType': 'BAT'}")
                .with("Tags", List.of(tag("colour", "red"), tag("size", "blue"))));
    api.createCommand(Body.command("two").with("Tags", List.of(tag("size", "small"))));

    assertThat(names(api, filtered(filter(name, value)))).containsExactly(one);
    assertThat(names(api, filtered(filter(name, value), filter("command-id", COMMAND)))).isEmpty();
  }

  @Test
  void joinsTheValuesOfAFilterByOrAndFiltersByAnd() {
    List<String> created = create(api, 3);

    assertThat(names(api, filtered(filter("command-name", "command-2", "command-0"))))
        .containsExactly(created.get(2), created.get(0));
    assertThat(
            names(
                api,
                filtered(
                    filter("command-name", "command-2", "command-0"),
                    filter("command-id", created.get(0), created.get(1)))))
        .containsExactly(created.get(0));
  }

  @Test
  void comparesATagsValueUnderItsOwnKeyOnly() {
    api.createCommand(
        Body.command("one").with("Tags", List.of(tag("colour", "red"), tag("size", "blue"))));

    assertThat(names(api, filtered(filter("tag:colour", "blue")))).isEmpty();
    assertThat(names(api, filtered(filter("tag:shape", "red")))).isEmpty();
    assertThat(names(api, filtered(filter("tag-key", "red")))).isEmpty();
  }

  @Test
  void comparesExactly() {
    create(api, 1);

    for (String near : List.of("command", "COMMAND-0", "command-0 ", "command%", "")) {
      assertThat(names(api, filtered(filter("command-name", near)))).as(near).isEmpty();
    }
  }

  @Test
  void tellsOwnCommandsFromPublicOnes() {
    List<String> created = create(api, 1);

    assertThat(names(api, filtered(filter("created-by", "USER"))))
        .containsExactly(created.get(0), COMMAND);
    assertThat(names(api, filtered(filter("created-by", "TAT"))))
        .containsExactly("cmd-winsvc01", "cmd-diskus01", "cmd-sysinf01");
    assertThat(names(api, filtered(filter("scene-id", "sc-12345678"))))
        .containsExactly("cmd-diskus01", "cmd-sysinf01");
    assertThat(names(api, filtered(filter("scene-id", "sc-12345678", "sc-r8ct2mkc"))))
        .containsExactly("cmd-winsvc01", "cmd-diskus01", "cmd-sysinf01");
    assertThat(names(api, filtered(filter("scene-id", "sc-00000000")))).isEmpty();
  }

  @Test
  void describesPublicCommandsForPeople() {
    Answer answer = api.ok("DescribeCommands", "{'CommandIds': ['cmd-winsvc01']}");

    assertThat(answer.text("CommandSet/0/CreatedBy")).isEqualTo("TAT");
    assertThat(answer.text("CommandSet/0/Scenes/0")).isEqualTo("sc-r8ct2mkc");
    assertThat(answer.text("CommandSet/0/FormattedDescription"))
        .as("the same text in every process")
        .isEqualTo(
            Body.of(
                    "{'scenes': ['sc-r8ct2mkc'],"
                        + " 'cmd_description': {'en': 'Shows the services that run.',"
                        + " 'zh-cn': 'Shows the services that run.',"
                        + " 'name-en': 'show-windows-services',"
                        + " 'name-zh-cn': 'show-windows-services'},"
                        + " 'parameter_description': {},"
                        + " 'cmdName': 'show-windows-services',"
                        + " 'cmdDesc': 'Shows the services that run.'}")
                .json());
  }

  @ParameterizedTest
  @CsvSource({"command-type, BASH", "command-type, shell", "created-by, user"})
  void refusesValuesOutsideAnEnumeration(String name, String value) {
    assertThat(list(api, filtered(filter(name, value))).code())
        .isEqualTo("InvalidParameterValue.InvalidFilter");
  }

  private static Map<String, String> tag(String key, String value) {
    return Map.of("Key", key, "Value", value);
  }
}
