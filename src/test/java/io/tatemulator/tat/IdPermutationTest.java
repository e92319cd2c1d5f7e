package io.tatemulator.tat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdPermutationTest {
  private static final long BOUND = IdPermutation.BOUND;

  private static LongStream numbers() {
    return LongStream.concat(
        LongStream.concat(LongStream.range(0, 20_000), LongStream.range(BOUND - 20_000, BOUND)),
        new Random(36).longs(100_000, 0, BOUND));
  }

  @Test
  void boundsAllTextsOfEightCharacters() {
    assertThat(BOUND).isEqualTo(Long.parseLong("zzzzzzzz", 36) + 1);
  }

  @Test
  void returnsEveryNumberFromItsImage() {
    assertThat(numbers())
        .allSatisfy(
            number -> {
              long scattered = IdPermutation.permute(number);
              assertThat(scattered).isBetween(0L, BOUND - 1);
              assertThat(IdPermutation.invert(scattered)).isEqualTo(number);
            });
  }

  @Test
  void isSurjective() {
    assertThat(numbers())
        .allSatisfy(
            image -> {
              long number = IdPermutation.invert(image);
              assertThat(number).isBetween(0L, BOUND - 1);
              assertThat(IdPermutation.permute(number)).isEqualTo(image);
            });
  }

  @Test
  void isInjective() {
    Set<Long> images = new HashSet<>();
    LongStream.range(0, 200_000).forEach(number -> images.add(IdPermutation.permute(number)));

    assertThat(images).hasSize(200_000);
  }

  @Test
  void spreadsConsecutiveNumbers() {
    long near =
        LongStream.range(0, 10_000)
            .map(number -> IdPermutation.permute(number + 1) - IdPermutation.permute(number))
            .filter(distance -> Math.abs(distance) < BOUND / 10_000)
            .count();

    assertThat(near).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2_821_109_907_456L, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesNumbersOutsideItsRange(long number) {
    assertThatIllegalArgumentException().isThrownBy(() -> IdPermutation.permute(number));
  }
}
