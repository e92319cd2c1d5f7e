package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In one process, where the zone is the process's; {@code RandomWalkIT} sets the host's. */
class HostZoneTest {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final TimeZone own = TimeZone.getDefault();

  @AfterEach
  void returnToOwnZone() {
    TimeZone.setDefault(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Shanghai"})
  void showsTheNextFireInBeijingTimeWhereverTheHostIs(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (RunningEmulator emulator = TatEmulator.start()) {
      Api api = new Api(emulator.port(), "AKIDOFNOBODY");
      checkNextFire(api, "0 0 1 * *", day -> day.with(TemporalAdjusters.firstDayOfNextMonth()));
      checkNextFire(api, "0 0 * * *", day -> day.plusDays(1));
      checkNextFire(api, "0 0 * * 1", day -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }
  }

  /** Compares with the calendar before and after, since the day may end in between. */
  private static void checkNextFire(
      Api api, String crontab, UnaryOperator<LocalDateTime> nextMidnight) {
    Instant before = next(nextMidnight);
    String id = api.call("CreateInvoker", Requests.recurring(crontab)).text("InvokerId");
    Instant shown =
        Instant.parse(
            Pages.invokers(api, List.of(id)).get(0).at("/ScheduleSettings/InvokeTime").asString());
    assertThat(shown).as(crontab).isIn(before, next(nextMidnight));
  }

  private static Instant next(UnaryOperator<LocalDateTime> nextMidnight) {
    LocalDateTime today = LocalDateTime.now(BEIJING).truncatedTo(ChronoUnit.DAYS);
    return nextMidnight.apply(today).toInstant(BEIJING);
  }
}
