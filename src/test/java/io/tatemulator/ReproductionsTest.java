package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What went wrong once, as it was first seen. */
@ExtendWith(OutputCaptureExtension.class)
class ReproductionsTest {
  @TempDir private Path folder;

  private final CountDownLatch moves = new CountDownLatch(1);

  private InProcess start(String... settings) {
    return new InProcess(
        folder,
        new MutableClock(),
        Stream.concat(Stream.of("--tat.storage=memory"), Stream.of(settings))
            .toArray(String[]::new));
  }

  @Test
  void instantsWithinTheMisfireThresholdFireWhereOthersAreSkipped() {
    try (InProcess emulator = start("--tat.schedule.misfire=skip")) {
      Control control = new Control(emulator.port());
      control.freeze("2026-01-15T00:30:00Z");
      emulator.api().createInvoker(Body.recurring("0 * * * *"));

      for (String now :
          List.of("2026-01-15T03:00:00Z", "2026-01-15T06:00:30Z", "2026-01-15T07:00:30Z")) {
        control.freeze(now);
        control.advance(Duration.ZERO);
      }

      assertThat(Pages.total(emulator.api(), "DescribeInvokerRecords")).isEqualTo(3);
    }
  }

  @Test
  void unknownParametersAndOtherOriginsChangeNothing() {
    try (InProcess emulator = start()) {
      Api api = emulator.api();
      Control control = new Control(emulator.port());
      api.createCommand(Body.command("mine"));
      String invoker = api.createInvoker(Body.recurring("0 0 * * *"));

      assertThat(control.call("POST", "reset?regoin=ap-beijing", "").status()).isEqualTo(400);
      assertThat(control.call("POST", "reset", "{'region': 'ap-beijing'}").status()).isEqualTo(400);
      String disable = "/?Action=DisableInvoker&Version=2020-10-28&InvokerId=" + invoker;
      assertThat(control.send("GET", disable, "", "Origin", "http://evil.example").body())
          .contains("AuthFailure.UnauthorizedOperation");

      assertThat(Pages.total(api, "DescribeInvokers")).isEqualTo(1);
      assertThat(api.ok("DescribeInvokers", "{}").text("InvokerSet/0/Enable")).isEqualTo("true");
      assertThat(Pages.texts(Pages.all(api, "DescribeCommands", "CommandSet"), "CommandName"))
          .contains("mine");
    }
  }

  @Test
  void aFixtureInvokerRunsAPublicCommand(CapturedOutput output) throws IOException {
    Path fixtures =
        Files.writeString(
            folder.resolve("fixtures.yaml"),
            """
            invokers:
              - Name: nightly
                Type: SCHEDULE
                CommandId: cmd-m7uma92n
                InstanceIds: [ins-aaaaaaaa]
                ScheduleSettings: {Policy: RECURRENCE, Recurrence: "0 0 * * *"}
            """);
    try (InProcess emulator = start("--tat.fixtures=" + fixtures)) {
      assertThat(Pages.total(emulator.api(), "DescribeInvokers")).isEqualTo(1);
      assertThat(output.getAll().lines()).noneMatch(line -> line.contains("WARN"));
    }
  }

  @Test
  void aMoveOfTenYearsCanBeEndedAndItsOldFiresGo() throws Exception {
    try (InProcess emulator = start("--tat.clock.max-fires=10000000", "--tat.retention=1h");
        ConcurrentCallers mover = new ConcurrentCallers(1, i -> () -> move(emulator))) {
      Api api = emulator.api();
      Control control = new Control(emulator.port());
      control.freeze("2026-01-15T00:00:30Z");
      String invoker = api.createInvoker(Body.recurring("* * * * *"));
      moves.countDown();
      await().until(() -> control.now().isAfter(Instant.parse("2026-01-15T04:00:00Z")));

      assertThat(control.call("DELETE", "clock/advance", "").status()).isEqualTo(200);

      mover.join();
      Instant last = control.now().truncatedTo(ChronoUnit.MINUTES);
      List<Instant> kept = new ArrayList<>();
      await()
          .untilAsserted(
              () -> {
                kept.clear();
                Pages.texts(
                        Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet"), "InvokeTime")
                    .forEach(time -> kept.add(Instant.parse(time)));
                assertThat(kept).hasSizeBetween(60, 61);
              });
      assertThat(kept.get(0)).isEqualTo(last);
      assertThat(
              api.ok("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
                  .number("TotalCount"))
          .isEqualTo(kept.size());
    }
  }

  private Void move(InProcess emulator) throws InterruptedException {
    moves.await();
    assertThat(
            new Control(emulator.port()).call("POST", "clock/advance", "{'by': 'P3650D'}").status())
        .isEqualTo(409);
    return null;
  }
}
