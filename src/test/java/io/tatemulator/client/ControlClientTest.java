package io.tatemulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.execution.simulated.Outcome;
import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.fault.FaultMatch;
import io.tatemulator.fault.FaultRule;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.support.Tenant;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An emulator in this process, steered by the typed client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlClientTest {
  private static final Instant START = Instant.parse("2021-08-31T15:59:00Z");

  private final RunningEmulator emulator = TatEmulator.start();
  private final ControlClient control = emulator.control();
  private final Api api = new Api(emulator.port(), "AKIDOFNOBODY");

  @AfterAll
  void stop() {
    emulator.close();
  }

  @BeforeEach
  void begin() {
    control.resetAll();
    control.freeze(START);
  }

  @Test
  void movesTime() {
    api.createInvoker(Body.recurring("*/3 * * * *"));

    assertThat(control.advance(Duration.ofMinutes(4)).fired()).isEqualTo(2);
    assertThat(control.advanceTo(START.plus(Duration.ofMinutes(7))).fires()).hasSize(1);
    assertThat(control.advanceToNext().now()).isEqualTo("2021-08-31T16:09:00Z");
    assertThat(control.cancelAdvance().now()).isEqualTo("2021-08-31T16:09:00Z");
    assertThat(control.clock().mode()).isEqualTo("frozen");
    assertThat(control.setOffset(Duration.ofDays(9000)).mode()).isEqualTo("offset");
    assertThatThrownBy(() -> control.advance(Duration.ofSeconds(-1)))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.status()).isEqualTo(409))
        .hasMessageContaining("has passed");
    control.resetAll();
    assertThat(control.useRealTime().mode()).isEqualTo("real");
  }

  @Test
  void writesOutcomesAndFaults() {
    Outcome fails = new Outcome(null, 3L, "no", null, null, null);
    control.replaceOutcomes(List.of());
    control.addOutcome(new OutcomeRule(null, fails));
    FaultMatch runs = new FaultMatch("RunCommand", null, null, 1L, null);
    InjectedFault refused = new InjectedFault(null, "RequestLimitExceeded", null, null, null);
    control.replaceFaults(List.of(new FaultRule(runs, refused, null)));

    assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code())
        .isEqualTo("RequestLimitExceeded");
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    control.advance(Duration.ZERO);

    assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
        .isEqualTo("FAILED");
    assertThat(control.requests(Tenant.DEFAULT).get(2).path("code").asString())
        .isEqualTo("RequestLimitExceeded");
    control.addFault(
        new FaultRule(null, new InjectedFault(Duration.ZERO, null, null, null, null), null));
  }

  @Test
  void declaresInstances() {
    InstanceInfo offline = new InstanceInfo(null, null, "offline");

    assertThat(control.declareInstance(Tenant.DEFAULT, "ins-aaaaaaaa", offline))
        .isEqualTo(new InstanceInfo("linux", "running", "offline"));
    assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code())
        .isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    control.removeInstance(Tenant.DEFAULT, "ins-aaaaaaaa");
    assertThatThrownBy(() -> control.removeInstance(Tenant.DEFAULT, "ins-aaaaaaaa"))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }

  @Test
  void savesAndLoads() {
    control.setSeed(5);
    String invoker = api.createInvoker(Body.recurring("*/3 * * * *"));
    control.saveSnapshot("one");
    control.forkSnapshot("one", "two");
    control.importSnapshot("three", control.exportSnapshot("two"));
    control.reset(Tenant.DEFAULT);
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
  void settingsOfTheProgramAreApplied(@TempDir Path folder) {
    try (RunningEmulator other =
        TatEmulator.start("tat.storage=file", "tat.data-dir=" + folder, "server.port=0")) {
      assertThat(other.control().clock().mode()).isEqualTo("real");
      assertThat(folder).isNotEmptyDirectory();
    }
  }
}
