package io.tatemulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.TatError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomParametersTest {
  private static void assertRefused(ErrorCode error, ThrowingCallable code) {
    ApiException refusal = Assertions.catchThrowableOfType(ApiException.class, code);
    assertThat(refusal).isNotNull();
    assertThat(refusal.error()).isEqualTo(error);
  }

  private static void assertRefused(ErrorCode error, String json) {
    assertRefused(error, () -> CustomParameters.parse("Parameters", json));
  }

  private static String object(int members, String value) {
    return IntStream.range(0, members)
        .mapToObj(i -> "\"k" + i + "\": " + value)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Test
  void areTextsInTheOrderGiven() {
    assertThat(CustomParameters.parse("Parameters", " {\"b\": \"\\u0032\", \"A-_9\": \"\"} "))
        .containsExactly(Assertions.entry("b", "2"), Assertions.entry("A-_9", ""));
    assertThat(CustomParameters.parse("Parameters", "{}")).isEmpty();
    assertThat(CustomParameters.parse("Parameters", "")).isEmpty();
    assertThat(CustomParameters.parse("Parameters", object(20, "\"v\""))).hasSize(20);
    assertThat(CustomParameters.parse("Parameters", "{\"" + "k".repeat(64) + "\": \"v\"}"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "x",
        "[]",
        "null",
        "1",
        "\"a\"",
        "{",
        "{\"a\"}",
        "{\"a\": }",
        "{\"a\": \"1\",}",
        "{} {}",
        "{\"a\": \"1\"}}",
        "{\"a\": [}",
        "{'a': '1'}",
        "{a: \"1\"}"
      })
  void areOneJsonObject(String json) {
    assertRefused(TatError.PARAMETER_INVALID_JSON_FORMAT, json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[\"a\"]", "{\"b\": \"c\"}", "[{\"a\": []}]"})
  void haveNoValuesButTexts(String value) {
    assertRefused(TatError.PARAMETER_VALUE_NOT_STRING, "{\"x\": \"1\", \"a\": " + value + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a.b", "ä", "变量", "a\\n", "{{a}}"})
  void haveKeysOfAFewCharacters(String key) {
    assertRefused(TatError.PARAMETER_KEY_CONTAINS_INVALID_CHAR, "{\"" + key + "\": \"1\"}");
  }

  @Test
  void areRefusedForTheFirstOfSeveralFaults() {
    String longKey = "\"" + "k".repeat(65) + "\": \"v\"";
    String manyAndLong = object(20, "1").replace("}", ", " + longKey + "}");

    assertRefused(TatError.PARAMETER_INVALID_JSON_FORMAT, "{\"a\": 1, \"a\": 1");
    assertRefused(TatError.PARAMETER_KEY_DUPLICATED, object(21, "1").replace("}", ", \"k0\": 1}"));
    assertRefused(TatError.PARAMETER_NUMBER_EXCEEDED, manyAndLong);
    assertRefused(TatError.PARAMETER_KEY_LEN_EXCEEDED, "{\"a b\": 1, " + longKey + "}");
    assertRefused(TatError.PARAMETER_KEY_CONTAINS_INVALID_CHAR, "{\"a\": 1, \"a b\": \"v\"}");
  }

  @Test
  void seeThatAKeyComesTwiceHoweverItIsSpelled() {
    assertRefused(TatError.PARAMETER_KEY_DUPLICATED, "{\"a\": \"1\", \"\\u0061\": \"2\"}");
    assertThat(CustomParameters.parse("Parameters", "{\"a\": \"1\", \"A\": \"2\"}")).hasSize(2);
  }

  @Test
  void mayComeAsAListWithDescriptions() {
    DefaultParameterConf a = new DefaultParameterConf("a", "\"1\"", null);
    DefaultParameterConf b = new DefaultParameterConf("b", "2", "the b");

    assertThat(CustomParameters.toJson("DefaultParameterConfs", List.of(b, a)))
        .isEqualTo("{\"b\":\"2\",\"a\":\"\\\"1\\\"\"}");
    assertRefused(
        TatError.PARAMETER_KEY_DUPLICATED,
        () -> CustomParameters.toJson("DefaultParameterConfs", List.of(a, b, a)));
  }
}
