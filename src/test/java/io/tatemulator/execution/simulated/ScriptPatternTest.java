package io.tatemulator.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions that users write, and how large they may be. */
class ScriptPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "((a{100}){100}){100}",
        "(?:(?:a{101}){100})",
        "(a|b{1000}){1,100}",
        "([a-z]{200,}){60}",
        "(x{0}){1000}(y{1000}){11}",
        "((((a{9}){9}){9}){9}){9}",
        "(\\Qabcdefghijk\\E{1000})",
        "(\\pL{1000}){20}",
        "((a{1000}){1000}"
      })
  void thatGrowWithTheirRepetitionsAreRejected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScriptPattern(text))
        .withMessageContaining("10000 characters after expansion");
  }

  @Test
  void thatAreTooLongAreRejected() {
    assertThat(new ScriptPattern("a".repeat(1_000)).isFoundIn("a".repeat(1_000))).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScriptPattern("a".repeat(1_001)))
        .withMessageContaining("1000 characters");
  }

  @Test
  void thatAreInvalidAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScriptPattern("a("))
        .withMessageContaining("expected a regular expression; missing closing )");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          abc,                    3
          a{3},                   3
          'a{2,3}b',              4
          'a{2,}',                3
          'a{0,2}',               2
          a{0},                   1
          (ab){3},                9
          ((a{2}){2}){2},         14
          [a{9}],                 1
          '[]{9}]{2}',            2
          '[^]a{9}]',             1
          '[[:alpha:]{9}]{2}',    2
          '[\\]{9}]',             1
          'a\\{9\\}',             4
          '\\pL{4}',              4
          '\\p{Greek}{4}',        4
          '\\Q{9}\\E',            7
          a{b},                   4
          'a{3,',                 4
          )a{3},                  4
          (a{3},                  4
          a{999999999}{999999999},2147483647
          """,
      ignoreLeadingAndTrailingWhitespace = true)
  void countsTheCharactersAfterExpansionOfRepetitions(String text, long size) {
    assertThat(RepeatedSize.of(text)).isEqualTo(size);
  }

  @Test
  void areEqualWhenTheirTextIs() {
    assertThat(new ScriptPattern("a+")).isEqualTo(new ScriptPattern("a+")).hasToString("a+");
    assertThat(new ScriptPattern("a+")).isNotEqualTo(new ScriptPattern("a"));
  }
}
