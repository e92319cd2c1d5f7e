package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants that passed while the emulator was down. */
class MissedFiresTest {
  private static final Duration DOWN = Duration.ofHours(10);
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final MutableClock clock = new MutableClock();

  /** So that neither the start nor the end of the down time is near a due instant. */
  private final Instant halfPast =
      Instant.now(clock).truncatedTo(ChronoUnit.HOURS).plus(90, ChronoUnit.MINUTES);

  @TempDir private Path folder;

  /** The host's clock jumps, as that of a machine does which slept. */
  @ParameterizedTest
  @CsvSource({"once, 1", "skip, 0", "all, 10"})
  void aRecurringInvokerFollowsTheMisfirePolicy(String policy, long late) {
    moveTo(halfPast);
    try (InProcess emulator =
        new InProcess(
            folder,
            clock,
            "--tat.storage=memory",
            "--tat.schedule.misfire=" + policy,
            "--tat.schedule.misfire-threshold=20m")) {
      String invoker = create(emulator.api(), Requests.recurring("0 * * * *"));

      clock.advance(DOWN);
      settle(emulator);
      assertThat(records(emulator.api(), invoker)).isEqualTo(late);

      clock.advance(Duration.ofMinutes(30));
      settle(emulator);
      assertThat(records(emulator.api(), invoker)).isEqualTo(late + 1);
    }
  }

  /** Of 01:00, 02:00 and 03:00 the last one is not late, so whatever is missed, it fires. */
  @ParameterizedTest
  @CsvSource({
    "skip, 03:00:00, 1",
    "skip, 03:00:59, 1",
    "skip, 03:01:01, 0",
    "once, 03:00:30, 2",
    "once, 03:01:01, 1",
    "all, 03:00:30, 3"
  })
  void instantsWithinTheMisfireThresholdAreNotMissed(String policy, String time, long fired) {
    try (InProcess emulator =
        new InProcess(folder, clock, "--tat.storage=memory", "--tat.schedule.misfire=" + policy)) {
      Control control = new Control(emulator.port());
      control.freeze("2031-01-01T00:30:00Z");
      String invoker = create(emulator.api(), Requests.recurring("0 * * * *"));

      control.freeze("2031-01-01T" + time + "Z");
      settle(emulator);

      assertThat(records(emulator.api(), invoker)).isEqualTo(fired);
      control.freeze("2031-01-01T04:00:30Z");
      settle(emulator);
      assertThat(records(emulator.api(), invoker)).isEqualTo(fired + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"once, 1", "skip, 0", "all, 10"})
  void instantsDuringADowntimeAreMissed(String policy, long late) {
    moveTo(halfPast);
    Instant dueAt = Instant.now(clock).plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String misfire = "--tat.schedule.misfire=" + policy;
    String once;
    String recurring;
    try (InProcess emulator = new InProcess(folder, clock, misfire)) {
      recurring = create(emulator.api(), Requests.recurring("0 * * * *"));
      once = create(emulator.api(), Requests.once(dueAt));
    }
    clock.advance(DOWN);
    try (InProcess emulator = new InProcess(folder, clock, misfire)) {
      Api api = emulator.api();
      // Without a request that moves the clock, since the start itself makes up for it.
      await().atMost(TIMEOUT).until(() -> records(api, once) == 1);
      await().atMost(TIMEOUT).until(() -> records(api, recurring) == late);
      assertThat(firstInvokeTime(api, once)).isAfterOrEqualTo(dueAt.plus(9, ChronoUnit.HOURS));
    }
    clock.advance(DOWN);
    try (InProcess emulator = new InProcess(folder, clock, misfire)) {
      settle(emulator);
      assertThat(records(emulator.api(), once)).isEqualTo(1);
    }
  }

  /** Runs all due work. */
  private static void settle(InProcess emulator) {
    new Control(emulator.port()).advance(Duration.ZERO);
  }

  private void moveTo(Instant instant) {
    clock.advance(Duration.between(Instant.now(clock), instant));
  }

  private static String create(Api api, String body) {
    return api.call("CreateInvoker", body).text("InvokerId");
  }

  private static long records(Api api, String invoker) {
    return api.call("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
        .number("TotalCount");
  }

  private static Instant firstInvokeTime(Api api, String invoker) {
    return Instant.parse(
        api.call("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
            .text("InvokerRecordSet/0/InvokeTime"));
  }
}
