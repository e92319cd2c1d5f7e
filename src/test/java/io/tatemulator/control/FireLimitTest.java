package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many fires one move of the clock may cause. */
class FireLimitTest extends ControlTest {
  private static final String BEFORE = "2021-08-31T15:59:00Z";

  private long records() {
    return api.ok("DescribeInvokerRecords", "{}").number("TotalCount");
  }

  @Test
  void refusesToFireMoreThanAllowedAndNamesTheBusiestInvoker() {
    restart("--tat.clock.max-fires=60");
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("0 * * * *"));
    String busiest = api.createInvoker(Body.recurring("* * * * *"));

    Control.Reply refused = control.call("POST", "clock/advance", "{'by': 'PT1H'}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).contains("60", "tat.clock.max-fires", busiest);
    assertThat(control.now()).isEqualTo(BEFORE);
    assertThat(records()).isZero();
    assertThat(control.advance(Duration.ofMinutes(59)).path("fired").asInt()).isEqualTo(60);
  }

  @Test
  void theClockIsNotSetPastMoreMissedFiresThanTheLimitIfAllWouldFire() {
    restart("--tat.clock.max-fires=60", "--tat.schedule.misfire=all");
    control.freeze(BEFORE);
    String invoker = api.createInvoker(Body.recurring("* * * * *"));

    for (String target :
        List.of(
            "'frozen', 'now': '2021-08-31T17:00:00Z'", "'offset', 'offset': 'PT1H'", "'real'")) {
      Control.Reply refused = control.call("PUT", "clock", "{'mode': " + target + "}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.error()).contains("60", "tat.clock.max-fires", invoker);
    }
    assertThat(control.now()).isEqualTo(BEFORE);
    control.freeze("2021-08-31T16:59:00Z");
    control.advance(Duration.ZERO);
    assertThat(records()).isEqualTo(60);
  }

  @Test
  void theClockIsSetPastAnyNumberOfMissedFiresIfOneWouldFire() {
    restart("--tat.clock.max-fires=1");
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("0 * * * *"));

    control.freeze("2031-08-31T15:59:00Z");
    control.advance(Duration.ZERO);

    assertThat(records()).isEqualTo(1);
  }
}
