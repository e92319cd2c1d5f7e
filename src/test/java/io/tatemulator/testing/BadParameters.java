package io.tatemulator.testing;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Texts that no action takes for custom parameters. */
public final class BadParameters {
  /** Its method, as a test names it. */
  public static final String SOURCE = "io.tatemulator.testing.BadParameters#withCodes";

  private BadParameters() {}

  /** Each text with the code of its error. */
  public static Stream<Arguments> withCodes() {
    return Stream.of(
            with(
                "InvalidJsonFormat",
                "no json",
                "null",
                "[]",
                "[\"a\"]",
                "\"text\"",
                "{\"a\": \"1\"",
                "{\"a\": \"1\"} {}",
                "{'a': '1'}"),
            with(
                "KeyDuplicated",
                "{\"a\": \"1\", \"a\": \"1\"}",
                "{\"a\": \"1\", \"a\": \"2\"}",
                "{\"a\": 1, \"a\": \"1\"}"),
            with(
                "KeyContainsInvalidChar",
                "{\"\": \"1\"}",
                "{\"a b\": \"1\"}",
                "{\"ä\": \"1\"}",
                "{\"a.b\": 1}"),
            with(
                "ValueNotString",
                "{\"a\": 1}",
                "{\"a\": null}",
                "{\"a\": true}",
                "{\"a\": [\"b\"]}",
                "{\"a\": {\"b\": \"c\"}}"))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> with(String fault, String... texts) {
    return Stream.of(texts).map(text -> arguments(text, "InvalidParameterValue.Parameter" + fault));
  }
}
