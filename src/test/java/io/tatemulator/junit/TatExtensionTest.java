package io.tatemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.tatemulator.RunningEmulator;
import io.tatemulator.client.ControlClient;
import io.tatemulator.client.Invocation;
import io.tatemulator.client.InvokerRecord;
import io.tatemulator.client.Tenant;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.IndependentOfStorage;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

@IndependentOfStorage
class TatExtensionTest {
  private static final int MANY = 200;
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();
  private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

  private static Events run(Class<?>... classes) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "16");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    return kit.execute().testEvents();
  }

  private static List<String> failures(Events tests) {
    return tests.failed().stream()
        .flatMap(failed -> failed.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .map(String::valueOf)
        .toList();
  }

  /** Not found by name, so that only the test above runs them. */
  @TatTest
  static class ParallelCases {
    @BeforeEach
    void begin(TatTenant tat) {
      new Api(tat.endpoint().getPort(), tat.secretId()).createCommand(Body.command("shared"));
    }

    @RepeatedTest(MANY)
    void seesItsOwnAlone(TatTenant tat, RunningEmulator emulator, TestInfo test) {
      THREADS.add(Thread.currentThread().getName());
      PORTS.add(emulator.port());
      Api api = new Api(tat.endpoint().getPort(), tat.secretId());
      api.createInvoker(Body.once("2099-01-01T00:00:00+08:00").with("Name", test.getDisplayName()));
      api.ok("RunCommand", Body.run("ins-aaaaaaaa"));

      Answer invokers = api.ok("DescribeInvokers", "{}");
      assertThat(invokers.number("TotalCount")).isEqualTo(1);
      assertThat(invokers.text("InvokerSet/0/Name")).isEqualTo(test.getDisplayName());
      assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isEqualTo(1);
      assertThat(tat.requests()).hasSize(5);
    }
  }

  @Test
  void twoHundredTestsInParallelOnOneEmulatorNeverMeet() {
    Events tests = run(ParallelCases.class);

    assertThat(failures(tests)).isEmpty();
    tests.assertStatistics(
        statistics -> statistics.started(MANY).succeeded(MANY).failed(0).aborted(0));
    assertThat(PORTS).hasSize(1);
    assertThat(THREADS).hasSizeGreaterThan(1);
    // It has ended with the run.
    URI endpoint = URI.create("http://127.0.0.1:" + PORTS.iterator().next());
    assertThatThrownBy(() -> new ControlClient(endpoint).clock())
        .isInstanceOf(UncheckedIOException.class);
  }

  @TatTest(own = true, settings = "tat.execution.simulated.duration=5s")
  static class Travellers {
    private static final Set<Integer> SEEN = ConcurrentHashMap.newKeySet();

    @Test
    void movesTime(ControlClient control, TatTenant tat) {
      SEEN.add(tat.endpoint().getPort());
      control.freeze(Instant.parse("2021-08-31T15:59:00Z"));
      Api api = new Api(tat.endpoint().getPort(), tat.secretId());
      api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));
      api.ok("RunCommand", Body.run("ins-aaaaaaaa"));

      assertThat(control.advance(Duration.ofSeconds(1)).fired()).isZero();
      assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
          .isEqualTo("RUNNING");
      assertThat(control.advance(Duration.ofMinutes(1)).fired()).isEqualTo(1);
    }
  }

  @Test
  void aClassMayHaveAnEmulatorAndSettingsOfItsOwn() {
    Events tests = run(Travellers.class);

    assertThat(failures(tests)).isEmpty();
    tests.assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    assertThat(Travellers.SEEN).hasSize(1);
  }

  @TatTest
  static class Sharing {
    private static final Set<Integer> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void begin(RunningEmulator shared) {
      SEEN.add(shared.port());
    }

    @Nested
    @TatTest(own = true)
    class WithItsOwn {
      @Test
      void seesAnother(RunningEmulator own) {
        SEEN.add(own.port());
      }
    }
  }

  @Test
  void anOwnEmulatorIsNeverASharedOneWithTheSameSettings() {
    Events tests = run(Sharing.class);

    assertThat(failures(tests)).isEmpty();
    assertThat(Sharing.SEEN).hasSize(2);
  }

  @TatTest(own = true, settings = "tat.fidelity=strict")
  static class StrictCases {
    @Test
    void readsWhatHasRun(TatTenant tat, ControlClient control) {
      control.freeze(Instant.parse("2021-08-31T15:59:00Z"));
      Api api = new Api(tat.endpoint().getPort(), tat.secretId());
      String invoker = api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));
      control.advance(Duration.ofMinutes(1));

      assertThat(tat.records()).extracting(InvokerRecord::invokerId).containsExactly(invoker);
      assertThat(tat.invocations())
          .extracting(Invocation::invocationId)
          .containsExactly(tat.records().get(0).invocationId());
      assertThat(tat.requests()).hasSize(1);
      assertThat(control.tenant(Tenant.DEFAULT).records()).isEmpty();
      assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code())
          .isEqualTo("ResourceNotFound.InstanceNotFound");
    }
  }

  @Test
  void theStrictPresetAcceptsTheTenantOfATest() {
    Events tests = run(StrictCases.class);

    assertThat(failures(tests)).isEmpty();
    tests.assertStatistics(statistics -> statistics.succeeded(1).failed(0));
  }

  @TatTest(own = true)
  static class Household {
    private static final Set<String> ACCOUNTS = ConcurrentHashMap.newKeySet();
    private static final Set<Integer> HOMES = ConcurrentHashMap.newKeySet();

    private final TatTenant own;

    Household(TatTenant own) {
      this.own = own;
    }

    @BeforeAll
    static void begin(TatTenant ofTheClass) {
      ACCOUNTS.add(ofTheClass.account());
      HOMES.add(ofTheClass.endpoint().getPort());
    }

    @RepeatedTest(2)
    void isATenantOfItsOwn(TatTenant tat) {
      assertThat(tat).isEqualTo(own);
      ACCOUNTS.add(tat.account());
    }

    @Nested
    class Within {
      @Test
      void livesWithTheOthers(TatTenant tat) {
        ACCOUNTS.add(tat.account());
        HOMES.add(tat.endpoint().getPort());
      }
    }
  }

  @Test
  void constructorsAndNestedClassesBelongToTheirTests() {
    Events tests = run(Household.class);

    assertThat(failures(tests)).isEmpty();
    tests.assertStatistics(statistics -> statistics.succeeded(3));
    assertThat(Household.ACCOUNTS).hasSize(4);
    assertThat(Household.HOMES).hasSize(1);
  }
}
