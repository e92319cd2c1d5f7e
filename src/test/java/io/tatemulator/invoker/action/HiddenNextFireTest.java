package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Invokers as a client sees them that compares InvokeTime with what it has written. */
class HiddenNextFireTest extends AcceptanceTest {
  HiddenNextFireTest() {
    super("--tat.invoker.show-next-fire=false");
  }

  private String invokeTime() {
    return api.ok("DescribeInvokers", "{}").text("InvokerSet/0/ScheduleSettings/InvokeTime");
  }

  @Test
  void aRecurringInvokerShowsNoTimeAndFires() {
    api.createInvoker(Body.recurring("* * * * *"));

    assertThat(invokeTime()).isEmpty();
    advance(Duration.ofMinutes(2));
    assertThat(invokeTime()).isEmpty();
    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(2);
  }

  @Test
  void anInvokerThatFiresOnceShowsItsTime() {
    String time =
        Instant.now(clock).plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();

    api.createInvoker(Body.once(time));

    assertThat(invokeTime()).isEqualTo(time);
  }
}
