package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks that every action makes of its parameters before it looks at what they mean. */
class ApiParametersTest extends AcceptanceTest {
  private static final String UNKNOWN = "The parameter `%s` is not recognized.";
  private static final String MISSING = "The request is missing a required parameter `%s`.";
  private static final String MISTYPED = "The value type of parameter `%s` is not valid.";

  private final Body once = Body.once("2099-09-01T00:00:00+08:00");

  private void assertRefused(Body body, String code, String text, String path) {
    Answer answer = api.call("CreateInvoker", body);
    assertThat(answer.code() + ": " + answer.message())
        .isEqualTo(code + ": " + text.formatted(path));
  }

  @Test
  void refusesUnknownParametersByTheirPath() {
    assertRefused(once.with("Foo", 1), "UnknownParameter", UNKNOWN, "Foo");
    assertRefused(once.with("name", "n"), "UnknownParameter", UNKNOWN, "name");
    assertRefused(once.with("Foo", null), "UnknownParameter", UNKNOWN, "Foo");
    assertRefused(
        once.with("ScheduleSettings.Foo", "x"),
        "UnknownParameter",
        UNKNOWN,
        "ScheduleSettings.Foo");
    assertRefused(
        once.with("Tags", List.of(Map.of("Key", "k", "Value", "v"), Map.of("Foo", "x"))),
        "UnknownParameter",
        UNKNOWN,
        "Tags.1.Foo");
  }

  @Test
  void refusesTheNullCharacterByItsPath() {
    String text = "The parameter `%s` contains the character U+0000.";
    assertRefused(once.with("Name", "a\0b"), "InvalidParameter", text, "Name");
    assertRefused(
        once.with("InstanceIds", List.of("ins-aaaaaaaa", "\0")),
        "InvalidParameter",
        text,
        "InstanceIds.1");
  }

  @Test
  void refusesMissingParametersByTheirPath() {
    assertRefused(once.without("Name"), "MissingParameter", MISSING, "Name");
    assertRefused(once.with("Name", null), "MissingParameter", MISSING, "Name");
    assertRefused(once.with("InstanceIds", List.of()), "MissingParameter", MISSING, "InstanceIds");
    assertRefused(
        once.without("ScheduleSettings.Policy"),
        "MissingParameter",
        MISSING,
        "ScheduleSettings.Policy");
    assertRefused(
        once.with("Tags", List.of(Map.of("Key", "k", "Value", "v"), Map.of("Key", "k"))),
        "MissingParameter",
        MISSING,
        "Tags.1.Value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CreateInvoker          | {'Name': 1}                          | Name",
        "CreateInvoker          | {'Name': ['n']}                      | Name",
        "CreateInvoker          | {'InstanceIds': 'ins-yx05ky8j'}      | InstanceIds",
        "CreateInvoker          | {'InstanceIds': ['ins-yx05ky8j', 1]} | InstanceIds.1",
        "CreateInvoker          | {'InstanceIds': [null]}              | InstanceIds.0",
        "CreateInvoker          | {'ScheduleSettings': 'ONCE'}         | ScheduleSettings",
        "CreateInvoker          | {'ScheduleSettings': []}             | ScheduleSettings",
        "CreateInvoker          | {'Tags': {}}                         | Tags",
        "CreateInvoker          | {'Tags': ['k']}                      | Tags.0",
        "DescribeInvokers       | {'Limit': '1'}                       | Limit",
        "DescribeInvokers       | {'Limit': -1}                        | Limit",
        "DescribeInvokers       | {'Limit': 1.0}                       | Limit",
        "DescribeInvokers       | {'Limit': ''}                        | Limit",
        "DescribeInvokers       | {'Filters': {}}                      | Filters",
        "DescribeInvokers       | {'Filters': [{'Name': 'type', 'Values': 'x'}]} | Filters.0.Values",
        "DescribeInvokers       | {'Filters': [{'Name': 'type', 'Values': ['SCHEDULE', true]}]} | Filters.0.Values.1",
        "DescribeInvocationTasks | {'HideOutput': 'true'}              | HideOutput",
        "DescribeInvocationTasks | {'HideOutput': 0}                   | HideOutput"
      })
  void refusesMistypedParametersByTheirPath(String action, String given, String path) {
    Body body = Body.of(given);
    if (action.equals("CreateInvoker")) {
      Body whole = once;
      for (var parameter : body.tree().properties()) {
        whole = whole.with(parameter.getKey(), parameter.getValue());
      }
      body = whole;
    }

    Answer answer = api.call(action, body);

    assertThat(answer.code()).isEqualTo("InvalidParameter");
    assertThat(answer.message()).isEqualTo(MISTYPED.formatted(path));
  }

  @Test
  void reportsUnknownBeforeMissingBeforeMistypedBeforeInvalid() {
    Body faulty =
        once.with("CommandId", "cmd-?")
            .with("Username", 1)
            .without("ScheduleSettings.Policy")
            .with("ScheduleSettings.Foo", "x");

    assertRefused(faulty, "UnknownParameter", UNKNOWN, "ScheduleSettings.Foo");
    faulty = faulty.without("ScheduleSettings.Foo");
    assertRefused(faulty, "MissingParameter", MISSING, "ScheduleSettings.Policy");
    faulty = faulty.with("ScheduleSettings.Policy", "ONCE");
    assertRefused(faulty, "InvalidParameter", MISTYPED, "Username");
    faulty = faulty.without("Username");
    assertRefused(
        faulty,
        "InvalidParameterValue.InvalidCommandId",
        "The specified command id `%s` is not valid.",
        "cmd-?");
  }

  @Test
  void reportsLengthsBeforeRangesBeforeFormats() {
    Body faulty =
        once.with("CommandId", "cmd-?").with("Type", "NEVER").with("Username", "u".repeat(257));

    assertThat(api.call("CreateInvoker", faulty).code()).endsWith(".TooLong");
    assertThat(api.call("CreateInvoker", faulty.without("Username")).code()).endsWith(".Range");
  }

  @Test
  void takesNullAndEmptyOptionalTextsForAbsentOnes() {
    for (Object nothing : Arrays.asList(null, "")) {
      Body body =
          once.with("Username", nothing)
              .with("Parameters", nothing)
              .with("ScheduleSettings.Recurrence", nothing);
      assertThat(api.call("CreateInvoker", body).code()).isEmpty();
    }
    Body body = Body.of("{'Limit': null, 'Offset': null, 'InvokerIds': null, 'Filters': null}");
    assertThat(api.ok("DescribeInvokers", body).texts("InvokerSet", "Username"))
        .containsExactly("", "");
  }

  @Test
  void takesAnEmptyIdForAMalformedOneRatherThanAMissingOne() {
    assertRefused(
        once.with("CommandId", ""),
        "InvalidParameterValue.InvalidCommandId",
        "The specified command id `%s` is not valid.",
        "");
  }
}
