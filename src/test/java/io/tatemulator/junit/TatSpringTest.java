package io.tatemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.tatemulator.RunningEmulator;
import io.tatemulator.client.ControlClient;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.IndependentOfStorage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

/** Test classes with {@code @TatTest} and {@code @SpringBootTest}. */
@IndependentOfStorage
class TatSpringTest {
  private static void runAll(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    Events tests = kit.execute().allEvents();
    assertThat(
            tests.failed().stream()
                .flatMap(failed -> failed.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream()))
        .isEmpty();
    assertThat(tests.succeeded().count()).isPositive();
  }

  /** A program that uses the emulator until its end. */
  @Configuration(proxyBeanMethods = false)
  static class Program {
    @Bean
    DisposableBean lastRequest(
        @Value("${tat.emulator.endpoint}") String endpoint,
        @Value("${tat.emulator.secret-id}") String secretId) {
      int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
      Api api = new Api(port, secretId);
      return () -> lastRequestId = api.ok("DescribeCommands", "{}").text("RequestId");
    }
  }

  private static String lastRequestId = "";

  @SpringBootTest(classes = Program.class, webEnvironment = WebEnvironment.NONE)
  @TatTest
  static class First {
    private static @Nullable ApplicationContext seen;

    @BeforeAll
    static void hasTheTenantOfTheContext(TatTenant tat, @Autowired TatTenant bean) {
      assertThat(tat).isSameAs(bean);
    }

    @Test
    void hasPropertiesAndParametersOfOneTenant(
        @Autowired ApplicationContext context,
        TatTenant tat,
        ControlClient control,
        RunningEmulator emulator,
        @Value("${tat.emulator.url}") String url,
        @Value("${tat.emulator.region}") String region,
        @Value("${tat.emulator.secret-id}") String secretId) {
      seen = context;
      assertThat(url).isEqualTo(tat.endpoint().toString()).isEqualTo("" + emulator.endpoint());
      assertThat(region).isEqualTo(tat.region());
      new Api(emulator.port(), secretId).ok("RunCommand", Body.run("ins-aaaaaaaa"));
      assertThat(tat.invocations()).hasSize(1);
      assertThat(control).isSameAs(tat.control());
    }

    @Nested
    class Within {
      @Test
      void sharesTheContext(@Autowired ApplicationContext context) {
        assertThat(context).isSameAs(seen);
      }
    }
  }

  @SpringBootTest(classes = Program.class, webEnvironment = WebEnvironment.NONE)
  @TatTest
  static class Second {
    private static @Nullable ApplicationContext seen;

    @Test
    void isCached(@Autowired ApplicationContext context) {
      seen = context;
    }
  }

  @Test
  void classesWithTheSameSettingsShareAContext() {
    runAll(First.class, Second.class);

    assertThat(Second.seen).isSameAs(First.seen);
  }

  @SpringBootTest(classes = Program.class, webEnvironment = WebEnvironment.NONE)
  @TatTest(own = true)
  @DirtiesContext
  static class Own {
    private static @Nullable ControlClient seen;

    @Test
    void hasAnEmulator(ControlClient control) {
      seen = control;
      assertThat(control.clock()).isNotNull();
    }

    @Nested
    class Within {
      @Test
      void usesIt(ControlClient control) {
        assertThat(control).isSameAs(seen);
      }
    }
  }

  @Test
  void anEmulatorStopsAfterItsContext() {
    lastRequestId = "";
    runAll(Own.class);

    assertThat(lastRequestId).isNotEmpty();
    ControlClient last = Objects.requireNonNull(Own.seen);
    assertThatThrownBy(last::clock).isInstanceOf(UncheckedIOException.class);
  }

  @SpringBootTest(
      classes = Program.class,
      webEnvironment = WebEnvironment.NONE,
      properties = "logging.level.example=TRACE")
  @TatTest(settings = "logging.level.example=ERROR")
  @DirtiesContext
  static class Logging {
    @Test
    void isThatOfTheProgram() {
      assertThat(LoggerFactory.getLogger("example").isTraceEnabled()).isTrue();
    }
  }

  @Test
  void anEmulatorLeavesTheProgramsLoggingUnchanged() {
    runAll(Logging.class);
  }

  @Test
  void customizersAreEqualForWhatMayShareAContext() {
    TatContextCustomizerFactory factory = new TatContextCustomizerFactory();

    assertThat(factory.createContextCustomizer(First.class, List.of()))
        .isEqualTo(factory.createContextCustomizer(Second.class, List.of()))
        .isEqualTo(factory.createContextCustomizer(First.Within.class, List.of()))
        .hasSameHashCodeAs(factory.createContextCustomizer(Second.class, List.of()))
        .isNotEqualTo(factory.createContextCustomizer(Own.class, List.of()))
        .isNotEqualTo(factory.createContextCustomizer(Logging.class, List.of()));
    assertThat(factory.createContextCustomizer(Program.class, List.of())).isNull();
  }
}
