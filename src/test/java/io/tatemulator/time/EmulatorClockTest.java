package io.tatemulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmulatorClockTest {
  private final MutableClock host = new MutableClock();
  private final EmulatorClock clock = new EmulatorClock(host);

  @Test
  void standsAtTheLastInstantOnceItHasComeThere() {
    Instant before = Instant.parse("9999-12-31T00:00:00Z");
    clock.set(ClockState.aheadBy(Duration.between(clock.instant(), before)));
    assertThat(clock.instant()).isBefore(EmulatorClock.MAX_TIME);

    host.advance(Duration.ofDays(2));

    assertThat(clock.instant()).isEqualTo(EmulatorClock.MAX_TIME);
    assertThat(clock.reading().now()).isEqualTo(EmulatorClock.MAX_TIME);
  }
}
