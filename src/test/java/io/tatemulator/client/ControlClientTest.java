package io.tatemulator.client;

import static io.tatemulator.client.Rules.fault;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.testing.Body;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state that all tenants share: time, rules, snapshots. */
class ControlClientTest extends ClientTest {
  @Test
  void movesTime() {
    String invoker = api.createInvoker(Body.recurring("*/3 * * * *"));

    assertThat(control.advance(Duration.ofMinutes(4)).fired()).isEqualTo(2);
    AdvanceResult third = control.advanceTo(START.plus(Duration.ofMinutes(7)));
    assertThat(third.from()).isEqualTo("2021-08-31T16:03:00Z");
    assertThat(third.fires())
        .singleElement()
        .satisfies(
            fire -> {
              assertThat(fire.invokerId()).isEqualTo(invoker);
              assertThat(fire.dueAt()).isEqualTo("2021-08-31T16:06:00Z");
              assertThat(tenant.invocation(fire.invocationId()).startedAt())
                  .isEqualTo(fire.dueAt());
            });
    assertThat(control.advanceToNext().now()).isEqualTo("2021-08-31T16:09:00Z");
    assertThat(control.cancelAdvance().now()).isEqualTo("2021-08-31T16:09:00Z");
    assertThat(control.clock().mode()).isEqualTo(ClockReading.Mode.FROZEN);
    assertThat(control.setOffset(Duration.ofDays(9000)).mode()).isEqualTo(ClockReading.Mode.OFFSET);
    assertThatThrownBy(() -> control.advance(Duration.ofSeconds(-1)))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.status()).isEqualTo(409))
        .hasMessageContaining("has passed");
    control.resetAll();
    assertThat(control.useRealTime().mode()).isEqualTo(ClockReading.Mode.REAL);
  }

  @Test
  void writesOutcomesAndFaults() {
    control.replaceOutcomes(List.of());
    control.addOutcome(outcome().exitCode(3).output("no"));
    control.replaceFaults(List.of(fault("RunCommand").times(1).error("RequestLimitExceeded")));

    assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code())
        .isEqualTo("RequestLimitExceeded");
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    control.advance(Duration.ZERO);

    assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
        .isEqualTo("FAILED");
    assertThat(tenant.requests().get(2).code()).isEqualTo("RequestLimitExceeded");
    control.addFault(fault().latency(Duration.ZERO));
    assertThat(control.faults()).hasSize(2);
  }

  @Test
  void savesAndLoads() {
    control.setSeed(5);
    String invoker = api.createInvoker(Body.recurring("*/3 * * * *"));
    control.saveSnapshot("one");
    control.forkSnapshot("one", "two");
    control.importSnapshot("three", control.exportSnapshot("two"));
    tenant.reset();
    assertThat(api.ok("DescribeInvokers", "{}").number("TotalCount")).isZero();

    control.loadSnapshot("three");

    assertThat(api.ok("DescribeInvokers", "{}").text("InvokerSet/0/InvokerId")).isEqualTo(invoker);
    assertThat(control.snapshots())
        .extracting(SnapshotInfo::name)
        .containsExactly("one", "three", "two");
    control.snapshots().forEach(kept -> control.deleteSnapshot(kept.name()));
    assertThat(control.snapshots()).isEmpty();
  }

  @Test
  void anyNameReachesTheEmulator() {
    assertThatThrownBy(() -> control.saveSnapshot("a b?/../../reset"))
        .isInstanceOfSatisfying(
            ControlException.class, rejected -> assertThat(rejected.status()).isEqualTo(400));
    assertThatThrownBy(() -> control.tenant("a&region=b", "c").instances())
        .isInstanceOfSatisfying(
            ControlException.class, rejected -> assertThat(rejected.status()).isEqualTo(400))
        .hasMessageContaining("account and region");
  }

  @Test
  void settingsOfTheProgramAreApplied(@TempDir Path folder) {
    try (RunningEmulator other =
        TatEmulator.start("tat.storage=file", "tat.data-dir=" + folder, "server.port=0")) {
      assertThat(other.control().clock().mode()).isEqualTo(ClockReading.Mode.REAL);
      assertThat(other.control().clock().now()).isAfter(Instant.EPOCH);
      assertThat(folder).isNotEmptyDirectory();
    }
  }
}
