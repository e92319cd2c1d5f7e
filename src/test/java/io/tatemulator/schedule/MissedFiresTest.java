package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MovableClock;
import io.tatemulator.testing.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of instants that passed while the emulator was down. */
class MissedFiresTest {
  private static final Duration DOWN = Duration.ofHours(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"once, 1", "skip, 0", "all, 10"})
  void aRecurringInvokerFollowsTheMisfirePolicy(String policy, long late) {
    String[] settings = {"--tat.schedule.misfire=" + policy, "--tat.schedule.grace=20m"};
    // Half past, so that neither the start nor the end of the down time is near a due instant.
    moveTo(Instant.now(clock).truncatedTo(ChronoUnit.HOURS).plus(90, ChronoUnit.MINUTES));
    String invoker;
    String marker;
    try (InProcess emulator = new InProcess(folder, clock, settings)) {
      invoker = create(emulator.api(), Requests.recurring("0 * * * *"));
      marker = create(emulator.api(), Requests.once(Instant.now(clock).plus(DOWN).minusSeconds(1)));
    }
    clock.advance(DOWN);
    try (InProcess emulator = new InProcess(folder, clock, settings)) {
      awaitMarker(emulator.api(), marker);
      await().atMost(PATIENCE).until(() -> records(emulator.api(), invoker) == late);

      clock.advance(Duration.ofMinutes(30));
      awaitMarker(emulator.api(), createMarker(emulator.api()));
      assertThat(records(emulator.api(), invoker)).isEqualTo(late + 1);
    }
  }

  @Test
  void aOnceInvokerFiresLateAndOnlyOnceWhateverThePolicy() {
    Instant dueAt = Instant.now(clock).plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String invoker;
    try (InProcess emulator = new InProcess(folder, clock)) {
      invoker = create(emulator.api(), Requests.once(dueAt));
    }
    clock.advance(DOWN);
    try (InProcess emulator = new InProcess(folder, clock, "--tat.schedule.misfire=skip")) {
      await().atMost(PATIENCE).until(() -> records(emulator.api(), invoker) == 1);
      assertThat(firstInvokeTime(emulator.api())).isAfterOrEqualTo(dueAt.plus(9, ChronoUnit.HOURS));
    }
    clock.advance(DOWN);
    try (InProcess emulator = new InProcess(folder, clock)) {
      awaitMarker(emulator.api(), createMarker(emulator.api()));
      assertThat(records(emulator.api(), invoker)).isEqualTo(1);
    }
  }

  /** What is due before a marker has fired when the marker has, unless it has more to make up. */
  private static void awaitMarker(Api api, String marker) {
    await().atMost(PATIENCE).until(() -> records(api, marker) == 1);
  }

  private String createMarker(Api api) {
    return create(api, Requests.once(Instant.now(clock).plusSeconds(1)));
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

  private static Instant firstInvokeTime(Api api) {
    return Instant.parse(
        api.call("DescribeInvokerRecords", "{}").text("InvokerRecordSet/0/InvokeTime"));
  }
}
