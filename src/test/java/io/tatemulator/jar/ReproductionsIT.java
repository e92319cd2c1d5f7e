package io.tatemulator.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import io.tatemulator.testing.SilentClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong once with the built jar, or needs a process of its own to go wrong. */
class ReproductionsIT {
  @TempDir private Path folder;

  private final CountDownLatch moves = new CountDownLatch(1);

  @Test
  void aScriptThatFillsAllMemoryStopsNoOtherTask() {
    RunningJar.Launch launch = RunningJar.in(folder).jvmOptions("-Xmx512m");
    try (RunningJar jar = launch.ready()) {
      Api api = jar.api();
      Control control = new Control(jar.port());
      control.freeze("2026-01-15T09:00:00Z");
      String many = Base64.getEncoder().encodeToString("{{a}}".repeat(9_800).getBytes(UTF_8));
      String value = "{\"a\": \"" + "x".repeat(65_000) + "\"}";
      Body command = Body.command("many").with("EnableParameter", true);
      String id = api.createCommand(command.with("Content", "e3thfX0="));
      Body invoker = Body.recurring("* * * * *").with("CommandId", id).with("Parameters", value);
      api.createInvoker(invoker);
      api.ok("ModifyCommand", Body.of("{}").with("CommandId", id).with("Content", many));
      assertThat(api.call("CreateInvoker", invoker).code()).isEqualTo("InvalidParameter");
      control.ok(
          "PUT",
          "outcomes",
          "{'rules': [{'match': {'content': 'zzz'}, 'outcome': {'exitCode': 1}}]}");
      Api elsewhere = api.with("X-TC-Region", "ap-beijing");
      elsewhere.ok("RunCommand", Body.run("ins-aaaaaaaa"));

      control.advance(Duration.ofMinutes(2));

      assertThat(
              api.ok("DescribeInvocationTasks", "{'Limit': 1}")
                  .text("InvocationTaskSet/0/TaskStatus"))
          .isEqualTo("START_FAILED");
      assertThat(elsewhere.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
          .isEqualTo("SUCCESS");
    }
  }

  @Test
  void aCrontabFiresUnderATurkishLocaleToo() {
    RunningJar.Launch launch = RunningJar.in(folder);
    try (RunningJar english = launch.ready()) {
      new Control(english.port()).freeze("2026-01-01T00:00:00Z");
      english.api().createInvoker(Body.recurring("0 0 * * mon-fri"));
    }
    launch.jvmOptions("-Duser.language=tr", "-Duser.country=TR");
    try (RunningJar turkish = launch.ready()) {
      turkish.api().createInvoker(Body.recurring("0 0 * * fri"));

      new Control(turkish.port()).advance(Duration.ofDays(30));

      // The days from Monday to Friday, and the Fridays once more.
      assertThat(Pages.total(turkish.api(), "DescribeInvokerRecords")).isEqualTo(21 + 5);
    }
  }

  @Test
  void aMoveOfTenYearsCanBeEndedAndItsOldFiresGo() throws Exception {
    RunningJar.Launch launch =
        RunningJar.in(folder).with("tat.clock.max-fires", "10000000").with("tat.retention", "1h");
    try (RunningJar jar = launch.ready();
        ConcurrentCallers mover = new ConcurrentCallers(1, i -> () -> move(jar))) {
      Api api = jar.api();
      Control control = new Control(jar.port());
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

  private Void move(RunningJar jar) throws InterruptedException {
    moves.await();
    assertThat(new Control(jar.port()).call("POST", "clock/advance", "{'by': 'P3650D'}").status())
        .isEqualTo(409);
    return null;
  }

  @Test
  void silentClientsDoNotBlockOthers() throws Exception {
    try (RunningJar jar = RunningJar.in(folder).ready();
        SilentClients silent = new SilentClients(500, jar.port())) {
      assertThat(jar.api().call("DescribeRegions", "{}").code()).isEmpty();
      assertThat(silent.count()).isEqualTo(500);
    }
  }
}
