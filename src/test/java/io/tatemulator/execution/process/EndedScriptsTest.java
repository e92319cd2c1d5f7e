package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts that end one after the other, on a clock that the test moves. */
class EndedScriptsTest {
  private final List<List<Long>> passedOn = new ArrayList<>();
  private final Map<Runnable, Duration> timed = new LinkedHashMap<>();
  private long now = 1;
  private final EndedScripts ended =
      new EndedScripts(passedOn::add, (time, work) -> timed.put(work, time), () -> now);

  private void runTimed() {
    now += timed.values().iterator().next().toNanos();
    Runnable work = timed.keySet().iterator().next();
    timed.clear();
    work.run();
  }

  @Test
  void theFirstIsPassedOnAtOnce() {
    ended.add(1);

    assertThat(passedOn).containsExactly(List.of(1L));
    assertThat(timed).isEmpty();
  }

  @Test
  void thoseThatFollowSoonArePassedOnTogether() {
    ended.add(1);
    now += Duration.ofMillis(5).toNanos();
    ended.add(2);
    ended.add(3);

    assertThat(passedOn).hasSize(1);
    assertThat(timed.values()).containsExactly(Duration.ofMillis(15));
    runTimed();
    assertThat(passedOn).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void oneThatFollowsLaterIsPassedOnAtOnce() {
    ended.add(1);
    now += EndedScripts.PAUSE.toNanos();
    ended.add(2);

    assertThat(passedOn).containsExactly(List.of(1L), List.of(2L));
  }

  @Test
  void oneThatFollowsThoseWaitsAgain() {
    ended.add(1);
    ended.add(2);
    runTimed();
    ended.add(3);

    assertThat(timed.values()).containsExactly(EndedScripts.PAUSE);
    runTimed();
    assertThat(passedOn).containsExactly(List.of(1L), List.of(2L), List.of(3L));
  }
}
