package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Body;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stored crontab that this version cannot read. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableCrontabTest extends AcceptanceTest {
  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  private String create() {
    String invoker = api.createInvoker(Body.recurring("* * * * *"));
    jdbc.update(
        "update invoker set recurrence = 'no crontab' where id = (select max(id) from invoker)");
    return invoker;
  }

  private double unreadable() {
    return part(MeterRegistry.class).counter("tat.crontabs.unreadable").count();
  }

  @Test
  void itsInvokerFiresWhenItIsDueAndIsLoggedAndCountedOnce(CapturedOutput log) {
    String invoker = create();
    double before = unreadable();

    advance(Duration.ofDays(3));
    advance(Duration.ofDays(3));

    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(1);
    assertThat(unreadable() - before).isEqualTo(1);
    assertThat(log.getAll().split(invoker, -1)).hasSize(2);
    assertThat(log).contains("ERROR", "`no crontab` cannot be read", "ModifyInvoker");
  }

  @Test
  void itsInvokerCanBeTurnedOnWhichIsLoggedAgainAndGetAnotherSchedule(CapturedOutput log) {
    String invoker = create();
    double before = unreadable();

    api.ok("DisableInvoker", "{'InvokerId': '" + invoker + "'}");
    api.ok("EnableInvoker", "{'InvokerId': '" + invoker + "'}");

    assertThat(unreadable() - before).isEqualTo(1);
    assertThat(log).contains(invoker, "`no crontab` cannot be read");
    api.ok("ModifyInvoker", Body.recurring("0 0 * * *").with("InvokerId", invoker));
    advance(Duration.ofDays(1));
    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(1);
  }
}
