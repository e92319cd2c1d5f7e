package io.tatemulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final List<Integer> FIVE = List.of(1, 2, 3, 4, 5);

  @Test
  void isTheFirstTwentyByDefault() {
    assertThat(Page.of(null, null)).isEqualTo(new Page(0, 20));
    assertThat(Page.of(7L, null)).isEqualTo(new Page(7, 20));
    assertThat(Page.of(null, 100L)).isEqualTo(new Page(0, 100));
  }

  @Test
  void cutsAListToItself() {
    assertThat(new Page(0, 2).of(FIVE)).containsExactly(1, 2);
    assertThat(new Page(3, 20).of(FIVE)).containsExactly(4, 5);
    assertThat(new Page(1, 0).of(FIVE)).isEmpty();
    assertThat(new Page(5, 1).of(FIVE)).isEmpty();
    assertThat(new Page(Long.MAX_VALUE, 100).of(FIVE)).isEmpty();
  }

  @Test
  void reachesNoFurtherThanAnInt() {
    assertThat(new Page(3, 20).end()).isEqualTo(23);
    assertThat(new Page(Integer.MAX_VALUE, 1).end()).isEqualTo(Integer.MAX_VALUE);
    assertThat(new Page(Long.MAX_VALUE, 100).end()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void keepsItsTotalWhenItsItemsAreTurnedIntoSomethingElse() {
    assertThat(new Paged<>(9, List.of(1, 2)).map(String::valueOf))
        .isEqualTo(new Paged<>(9, List.of("1", "2")));
  }
}
