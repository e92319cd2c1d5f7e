package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.HostDefaults;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a process of its own for each host, since libraries keep the first zone that they see, and
 * other tests share this one. {@code RandomWalkIT} sets the host's zone.
 */
@IndependentOfStorage
class HostDefaultsTest {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final String START = "2026-01-01T00:00:00Z";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.tatemulator.testing.HostDefaults#some")
  void answersAlikeWhateverTheZoneAndTheLocaleOfTheHost(HostDefaults host) {
    Path data = folder.resolve("tat-data");
    String weekdays;
    try (InProcess elsewhere = new InProcess(data, new MutableClock())) {
      new Control(elsewhere.port()).freeze(START);
      weekdays = elsewhere.api().createInvoker(Body.recurring("0 0 * * mon-fri"));
    }
    RunningJar.Launch launch = RunningJar.ofClassesIn(folder, host.jvmOptions());
    try (RunningJar emulator = launch.ready()) {
      Api api = emulator.api();
      Control control = new Control(emulator.port());
      checkIdentifiersAndErrors(api);
      checkControlErrors(control);
      checkNextFire(api, "0 0 1 * *", day -> day.with(TemporalAdjusters.firstDayOfNextMonth()));
      checkNextFire(api, "0 0 * * *", day -> day.plusDays(1));
      checkNextFire(api, "0 0 * * 1", day -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      String fridays =
          checkNextFire(
              api, "0 0 * * fri", day -> day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)));

      control.advance(Duration.ofDays(30));

      assertThat(fires(api, weekdays)).isEqualTo(21);
      assertThat(fires(api, fridays)).isEqualTo(5);
    }
  }

  private static long fires(Api api, String invoker) {
    return api.ok("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
        .number("TotalCount");
  }

  private static void checkIdentifiersAndErrors(Api api) {
    assertThat(api.createCommand(Body.command("anything"))).matches("cmd-[a-z0-9]{8}");
    Answer refused = api.call("CreateCommand", Body.command("slow").with("Timeout", 1_000_000));
    assertThat(refused.code()).isEqualTo("InvalidParameterValue.Range");
    assertThat(refused.message())
        .isEqualTo("The value `1000000` of parameter `Timeout` is out of range [1, 86400].");
  }

  private static void checkControlErrors(Control control) {
    Control.Reply refused =
        control.call("POST", "outcomes", "{'match': {'content': '((a{99}){99}){99}'}}");
    assertThat(refused.error())
        .contains("invalid value for `content`: expected at most 10000 characters after expansion");
  }

  private static String checkNextFire(
      Api api, String crontab, UnaryOperator<LocalDateTime> nextMidnight) {
    String id = api.call("CreateInvoker", Requests.recurring(crontab)).text("InvokerId");
    LocalDateTime today =
        LocalDateTime.ofInstant(Instant.parse(START), BEIJING).truncatedTo(ChronoUnit.DAYS);

    assertThat(
            Pages.invokers(api, List.of(id)).get(0).at("/ScheduleSettings/InvokeTime").asString())
        .as(crontab)
        .isEqualTo(nextMidnight.apply(today).toInstant(BEIJING).toString());
    return id;
  }
}
