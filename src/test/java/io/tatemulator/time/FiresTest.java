package io.tatemulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiresTest {
  private static List<Fire> fires(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new Fire("ivk-" + i, Instant.ofEpochSecond(i), "inv-" + i))
        .toList();
  }

  @Test
  void countsAllAndKeepsTheFirstThousandInOrder() {
    Fires all = Fires.of(fires(0, 600)).plus(Fires.of(fires(600, 1_200)));

    assertThat(all.count()).isEqualTo(1_200);
    assertThat(all.first()).isEqualTo(fires(0, 1_000));
    assertThat(all.plus(Fires.of(fires(1_200, 1_201))))
        .isEqualTo(new Fires(1_201, fires(0, 1_000)));
  }

  @Test
  void keepsTheFirstThousandOfOneBatch() {
    assertThat(Fires.of(fires(0, 1_001))).isEqualTo(new Fires(1_001, fires(0, 1_000)));
  }

  @Test
  void addsNothing() {
    Fires some = Fires.of(fires(0, 2));

    assertThat(some.plus(Fires.NONE)).isSameAs(some);
    assertThat(Fires.NONE.plus(some)).isSameAs(some);
  }
}
