package io.tatemulator.tat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {
  @ParameterizedTest
  @EnumSource(ResourceId.class)
  void returnsEveryNumberFromItsText(ResourceId kind) {
    LongStream.concat(LongStream.range(0, 10_000), LongStream.of(IdPermutation.BOUND - 1))
        .forEach(
            number ->
                assertThat(kind.parse(kind.format(number))).isEqualTo(OptionalLong.of(number)));
  }

  @ParameterizedTest
  @CsvSource({"COMMAND, cmd", "INVOKER, ivk", "INVOCATION, inv", "TASK, invt"})
  void writesItsPrefixAndEightCharacters(ResourceId kind, String prefix) {
    assertThat(LongStream.range(0, 10_000).mapToObj(kind::format))
        .allMatch(id -> id.matches(prefix + "-[0-9a-z]{8}"));
  }

  @ParameterizedTest
  @CsvSource({"0, cmd-00000000", "35, cmd-0000000z", "36, cmd-00000010"})
  void padsShortNumbersWithZeroes(long scattered, String id) {
    long number = IdPermutation.invert(scattered);

    assertThat(ResourceId.COMMAND.format(number)).isEqualTo(id);
    assertThat(ResourceId.COMMAND.parse(id)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cmd-",
        "cmd-0000000",
        "cmd-000000000",
        "cmd-0000000Z",
        "cmd-0000-000",
        "cmd-+0000001",
        "ivk-00000000",
        "cmd00000000",
        "CMD-00000000",
        " cmd-00000000",
        "cmd-00000000 ",
        "cmd-０0000000"
      })
  void parsesOnlyIdsThatItCanFormat(String id) {
    assertThat(ResourceId.COMMAND.parse(id)).isEmpty();
  }

  @Test
  void tellsTasksFromInvocations() {
    assertThat(ResourceId.INVOCATION.parse("invt-00000000")).isEmpty();
    assertThat(ResourceId.TASK.parse("inv-00000000")).isEmpty();
  }

  @Test
  void omitsIdsThatNoResourceCanHave() {
    List<String> ids = List.of("cmd-zzzzzzzz", "cmd-0123456789", "ivk-00000000", "cmd-00000000");

    assertThat(ResourceId.COMMAND.numbers(ids))
        .containsExactly(IdPermutation.invert(IdPermutation.BOUND - 1), IdPermutation.invert(0));
  }
}
