import static io.tatemulator.client.Invocation.Status.FAILED;
import static io.tatemulator.client.Invocation.Status.SUCCESS;
import static io.tatemulator.client.Rules.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tatemulator.client.ControlClient;
import io.tatemulator.client.InvokerRecord;
import io.tatemulator.junit.TatTenant;
import io.tatemulator.junit.TatTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three nights in a second: the class has an emulator of its own, since it moves the clock. */
@TatTest(own = true)
class NightlyJobTest {
  @Test
  void oneNightFails(TatTenant tat, ControlClient control) throws Exception {
    control.freeze(Instant.parse("2021-08-31T15:59:00Z"));
    control.addOutcome(outcome().nth(2).exitCode(3).output("disk full"));
    new NightlyJob(tat).schedule();

    assertEquals(3, control.advance(Duration.ofDays(3)).fired());

    List<InvokerRecord> newestFirst = tat.records();
    assertEquals(SUCCESS, newestFirst.get(0).result());
    assertEquals(FAILED, newestFirst.get(1).result());
    assertEquals("disk full", tat.invocations().get(1).tasks().get(0).output());
  }
}
