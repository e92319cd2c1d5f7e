package io.tatemulator.tag.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one action of the service tag, as Terraform calls it. */
class ModifyResourceTagsTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private Api tag;
  private String command;

  @BeforeEach
  void createCommand() {
    tag = tagService(api);
    command =
        api.createCommand(
            Body.command("tagged")
                .with("Tags", List.of(tag("a", "1"), tag("b", "2"), tag("c", "3"))));
  }

  private static Api tagService(Api caller) {
    return caller.with("X-TC-Version", "2018-08-13");
  }

  private static Map<String, String> tag(String key, String value) {
    return Map.of("Key", key, "Value", value);
  }

  private static String describe(String kind, String id) {
    return "qcs::tat:ap-guangzhou:uin/:" + kind + "/" + id;
  }

  private Answer modify(String resource, String lists) {
    return tag.call(
        "ModifyResourceTags",
        "{'Resource': '" + resource + "'" + (lists.isEmpty() ? "" : ", " + lists) + "}");
  }

  private Answer modify(String lists) {
    return modify(describe("command", command), lists);
  }

  private static String replace(String key, String value) {
    return "'ReplaceTags': [{'TagKey': '" + key + "', 'TagValue': '" + value + "'}]";
  }

  private static String delete(String key) {
    return "'DeleteTags': [{'TagKey': '" + key + "'}]";
  }

  private List<String> tags() {
    Answer shown = api.ok("DescribeCommands", Body.of("{}").with("CommandIds", List.of(command)));
    return shown.list("CommandSet/0/Tags").stream()
        .map(tag -> tag.path("Key").asString() + "=" + tag.path("Value").asString())
        .toList();
  }

  private static void assertRefused(Answer answer, String code, String part) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).contains(part);
  }

  @Test
  void changesAddsAndRemovesTheTagsOfACommand() {
    Answer answer =
        modify(
            "'ReplaceTags': [{'TagKey': 'd', 'TagValue': ''}, {'TagKey': 'a', 'TagValue': '9'}], "
                + delete("b"));

    assertThat(answer.members()).containsExactly("RequestId");
    assertThat(tags()).containsExactly("a=9", "c=3", "d=");
  }

  @Test
  void filtersFindTheNewTags() {
    modify(replace("team", "ops"));

    Map.of("tag-key", "team", "tag-value", "ops", "tag:team", "ops")
        .forEach(
            (name, value) -> {
              Body body =
                  Body.of("{'Filters': [{'Name': '" + name + "', 'Values': ['" + value + "']}]}");
              assertThat(api.ok("DescribeCommands", body).texts("CommandSet", "CommandId"))
                  .as(name)
                  .containsExactly(command);
            });
  }

  @Test
  void changesTheTagsOfAnInvoker() {
    String invoker = api.createInvoker(Body.recurring("0 0 1 1 *").with("CommandId", command));

    assertThat(modify(describe("invoker", invoker), replace("k", "v")).code()).isEmpty();

    Answer shown = api.ok("DescribeInvokers", Body.of("{}").with("InvokerIds", List.of(invoker)));
    assertThat(shown.text("InvokerSet/0/Tags/0/Key")).isEqualTo("k");
    assertThat(shown.text("InvokerSet/0/Tags/0/Value")).isEqualTo("v");
  }

  @Test
  void theRegionIsThatOfTheResource() {
    Api shanghai = api.with("X-TC-Region", "ap-shanghai");
    String there = shanghai.createCommand(Body.command("there"));

    String resource = "qcs::tat:ap-shanghai:uin/:command/" + there;
    assertThat(modify(resource, replace("k", "v")).code()).isEmpty();
    assertThat(
            shanghai
                .ok("DescribeCommands", Body.of("{}").with("CommandIds", List.of(there)))
                .text("CommandSet/0/Tags/0/Key"))
        .isEqualTo("k");
  }

  @Test
  void thePublishedExampleOfEveryTenantCanBeTagged() {
    String resource = "qcs::tat:ap-nanjing:uin/:command/" + COMMAND;

    assertThat(modify(resource, replace("k", "v")).code()).isEmpty();
  }

  @Test
  void aRefusedChangeChangesNothing() {
    assertThat(modify(replace("new", "1") + ", " + delete("missing")).code())
        .isEqualTo("ResourceNotFound.AttachedTagKeyNotFound");

    assertThat(tags()).containsExactly("a=1", "b=2", "c=3");
  }

  @Test
  void wantsAtLeastOneTag() {
    assertRefused(modify(""), "InvalidParameter", "`ReplaceTags`");
    assertRefused(modify("'ReplaceTags': []"), "InvalidParameter", "`ReplaceTags`");
    assertRefused(
        modify(replace("d", "1") + ", 'DeleteTags': []"), "InvalidParameter", "`DeleteTags`");
  }

  @Test
  void wantsEachKeyOnce() {
    assertRefused(
        modify("'DeleteTags': [{'TagKey': 'a'}, {'TagKey': 'a'}]"),
        "InvalidParameter.Tag",
        "`DeleteTags.1.TagKey`");
    assertRefused(
        modify(replace("a", "1") + ", " + delete("a")), VALUE + "DeleteTagsParamError", "`a`");
  }

  @ParameterizedTest
  @CsvSource({
    "qcs::tat:ap-guangzhou:command/cmd-m7uma92n, ResourceDescriptionError",
    "arn::tat:ap-guangzhou:uin/:command/cmd-m7uma92n, ResourceDescriptionError",
    "qcs::tat:ap-guangzhou:uin/:cmd-m7uma92n, ResourceDescriptionError",
    "qcs::cvm:ap-guangzhou:uin/:instance/ins-yx05ky8j, ServiceTypeInvalid",
    "qcs::tat:Guangzhou:uin/:command/cmd-m7uma92n, RegionInvalid",
    "qcs::tat::uin/:command/cmd-m7uma92n, RegionInvalid",
    "qcs::tat:ap-guangzhou:uin/:instance/ins-yx05ky8j, ResourcePrefixInvalid",
    "qcs::tat:ap-guangzhou:uin/:command/cmd-00000000, ResourceIdInvalid",
    "qcs::tat:ap-guangzhou:uin/:command/nothing, ResourceIdInvalid",
    "qcs::tat:ap-guangzhou:uin/:command/cmd-sysinf01, ResourceIdInvalid",
    "qcs::tat:ap-guangzhou:uin/:invoker/ivk-00000000, ResourceIdInvalid",
    "qcs::tat:ap-guangzhou:uin/200000000002:command/cmd-m7uma92n, ResourceIdInvalid"
  })
  void refusesWhatIsNoResourceOfTheCaller(String resource, String code) {
    assertRefused(modify(resource, replace("k", "v")), VALUE + code, "`Resource`");
  }

  @Test
  void refusesTheResourcesOfOthers() {
    Api other = tagService(newTenant());

    Answer answer =
        other.call(
            "ModifyResourceTags",
            "{'Resource': '" + describe("command", command) + "', " + replace("k", "v") + "}");

    assertThat(answer.code()).isEqualTo(VALUE + "ResourceIdInvalid");
    assertThat(tags()).doesNotContain("k=v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qcloud", "tencent", "project"})
  void refusesReservedKeys(String key) {
    assertRefused(modify(replace(key, "1")), VALUE + "ReservedTagKey", key);
  }

  @Test
  void limitsKeysAndValues() {
    assertRefused(modify(replace("", "1")), VALUE + "TagKeyEmpty", "`ReplaceTags.0.TagKey");
    assertRefused(
        modify(replace("k".repeat(128), "1")), VALUE + "TagKeyLengthExceeded", "limit 127");
    assertRefused(
        modify(replace("k", "v".repeat(256))), VALUE + "TagValueLengthExceeded", "limit 255");
    assertRefused(modify(replace("k;", "1")), VALUE + "TagKeyCharacterIllegal", "`k;`");
    assertRefused(modify(replace("k", "1;")), VALUE + "TagValueCharacterIllegal", "`1;`");
    assertThat(modify(replace("键 +-=._:/@()[]", "值")).code()).isEmpty();
  }

  @Test
  void aResourceHasAtMostTenTags() {
    Body ten =
        Body.of("{'Resource': '" + describe("command", command) + "'}")
            .with(
                "ReplaceTags",
                IntStream.range(0, 8)
                    .mapToObj(i -> Map.of("TagKey", "n" + i, "TagValue", ""))
                    .toList());

    assertThat(tag.call("ModifyResourceTags", ten).code())
        .isEqualTo("LimitExceeded.ResourceAttachedTags");
    assertThat(modify(delete("a")).code()).isEmpty();
    assertThat(tag.call("ModifyResourceTags", ten).code()).isEmpty();
    assertThat(tags()).hasSize(10);
  }

  @Test
  void theServiceFollowsFromVersionAndAction() {
    assertRefused(api.call("ModifyResourceTags", "{}"), "InvalidAction", "service=`tat`");
    assertRefused(tag.call("CreateInvoker", "{}"), "InvalidAction", "service=`tag`");
    assertRefused(
        api.with("X-TC-Version", "2000-01-01").call("ModifyResourceTags", "{}"),
        "NoSuchVersion",
        "service=`tag`");
    assertRefused(
        api.with("X-TC-Version", "2000-01-01").call("Nothing", "{}"),
        "NoSuchVersion",
        "service=`tag, tat`");
  }
}
