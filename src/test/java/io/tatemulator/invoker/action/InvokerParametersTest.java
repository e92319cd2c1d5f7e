package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.BadParameters;
import io.tatemulator.testing.Body;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom parameters, which CreateInvoker and ModifyInvoker hold to the same rules. */
class InvokerParametersTest extends AcceptanceTest {
  private static final String INVALID = "InvalidParameterValue.ParameterInvalidJsonFormat";

  private Body example;

  @BeforeEach
  void createAParametrisedCommand() {
    String command = api.createCommand(Body.command("parametrised").with("EnableParameter", true));
    example = Body.once(in(1, ChronoUnit.HOURS)).with("CommandId", command);
  }

  private Stream<Answer> createAndModify(String parameters) {
    String id = api.createInvoker(example);
    Body change = Body.of("{}").with("InvokerId", id).with("Parameters", parameters);
    return Stream.of(
        api.call("CreateInvoker", example.with("Parameters", parameters)),
        api.call("ModifyInvoker", change));
  }

  private static String object(int members) {
    return IntStream.range(0, members)
        .mapToObj(i -> "\"key" + i + "\": \"v\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  // Neither action documents a finer code.
  @ParameterizedTest
  @MethodSource(BadParameters.SOURCE)
  void refusesWhatIsNoObjectOfTexts(String parameters) {
    assertThat(createAndModify(parameters)).extracting(Answer::code).containsOnly(INVALID);
  }

  @Test
  void saysWhatIsWrongWithAKey() {
    assertThat(createAndModify("{\"a\": 1}"))
        .extracting(Answer::message)
        .containsOnly("The value of the parameter key `a` in `Parameters` is not a string.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "", "{\"a\": \"\"}", " {\"A-z_09\": \"\\u0000{{a}}\"} ", "{\"a\": \"变量\"}"})
  void takesObjectsOfTexts(String parameters) {
    assertThat(createAndModify(parameters)).extracting(Answer::code).containsOnly("");
  }

  @Test
  void takesTwentyKeysOfSixtyFourCharacters() {
    String longest = "{\"" + "k".repeat(64) + "\": \"v\"}";
    String longer = "{\"" + "k".repeat(65) + "\": \"v\"}";

    assertThat(createAndModify(object(20))).extracting(Answer::code).containsOnly("");
    assertThat(createAndModify(object(21))).extracting(Answer::code).containsOnly(INVALID);
    assertThat(createAndModify(longest)).extracting(Answer::code).containsOnly("");
    assertThat(createAndModify(longer)).extracting(Answer::code).containsOnly(INVALID);
  }

  @Test
  void showsParametersAsTheyWereGiven() {
    String given = "{\"b\" : \"1\",  \"a\":\"\\u0032\"}";
    api.createInvoker(example.with("Parameters", given));

    assertThat(api.ok("DescribeInvokers", "{}").text("InvokerSet/0/Parameters")).isEqualTo(given);
  }

  @Test
  void refusesParametersOfACommandThatTakesNone() {
    Body disabled = example.with("CommandId", COMMAND).with("Parameters", "{\"a\": \"1\"}");

    Answer answer = api.call("CreateInvoker", disabled);

    assertThat(answer.code()).isEqualTo("InvalidParameter");
    assertThat(answer.message()).contains("`Parameters`", COMMAND);
  }

  @Test
  void refusesParametersThatAreNoText() {
    assertThat(api.call("CreateInvoker", example.with("Parameters", Map.of("a", "b"))).code())
        .isEqualTo("InvalidParameter");
  }
}
