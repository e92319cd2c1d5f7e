package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that end one after the other, with a timer that the test runs. */
class EndedScriptsTest {
  private final List<Long> passedOn = new ArrayList<>();
  private final List<Runnable> timed = new ArrayList<>();
  private int running;
  private final EndedScripts ended =
      new EndedScripts(
          passedOn::addAll,
          (time, work) -> {
            assertThat(time).isEqualTo(EndedScripts.MAX_WAIT);
            timed.add(work);
          },
          () -> running);

  @Test
  void oneOfAFewWaitsForNoOther() {
    running = EndedScripts.RUNNING_FOR_EACH;
    ended.add(1);
    assertThat(passedOn).containsExactly(1L);

    ended.add(2);
    assertThat(passedOn).containsExactly(1L, 2L);
    assertThat(timed).isEmpty();
  }

  @Test
  void oneOfManyWaitsForSome() {
    running = 3 * EndedScripts.RUNNING_FOR_EACH;
    ended.add(1);
    ended.add(2);
    assertThat(passedOn).isEmpty();

    ended.add(3);
    assertThat(passedOn).containsExactly(1L, 2L, 3L);
  }

  @Test
  void oneOfManyDoesNotWaitForLong() {
    running = 3 * EndedScripts.RUNNING_FOR_EACH;
    ended.add(1);
    ended.add(2);
    assertThat(timed).hasSize(1);
    timed.get(0).run();
    assertThat(passedOn).containsExactly(1L, 2L);

    ended.add(3);
    assertThat(timed).hasSize(2);
    timed.get(1).run();
    assertThat(passedOn).containsExactly(1L, 2L, 3L);
  }
}
