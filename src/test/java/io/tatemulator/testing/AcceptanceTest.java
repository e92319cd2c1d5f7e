package io.tatemulator.testing;

import io.tatemulator.TatEmulator;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.time.EmulatorClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A test that talks to a running emulator over HTTP. All such tests share one emulator with its
 * state in memory and a clock that they can advance; each test is a tenant of its own.
 */
@SpringBootTest(
    classes = {TatEmulator.class, AcceptanceTest.Parts.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"tat.storage=memory", "tat.account-per-secret-id=true"})
public abstract class AcceptanceTest {
  /** The command of the published examples, which every tenant has. */
  protected static final String COMMAND = "cmd-m7uma92n";

  /** The instance of the published examples, which every tenant has. */
  protected static final String INSTANCE = "ins-yx05ky8j";

  @Autowired protected MovableClock clock;

  /** This test's caller. */
  protected Api api;

  @LocalServerPort private int port;

  @BeforeEach
  void becomeATenant() {
    api = newTenant();
  }

  /** A caller that no other test shares. */
  protected Api newTenant() {
    return new Api(port, "AKID" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** An instant of the emulator's clock from now, as requests write it. */
  protected String in(long amount, ChronoUnit unit) {
    return Instant.now(clock).plus(amount, unit).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The parts of the emulator that tests replace. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import(FailOnPurpose.class)
  public static class Parts {
    @Bean
    MovableClock movableClock() {
      return new MovableClock();
    }

    @Bean
    @Primary
    EmulatorClock movableEmulatorClock(MovableClock clock) {
      return new EmulatorClock(clock);
    }

    @Bean
    @Primary
    ServiceModel modelWithFailingAction(ServiceModel model) {
      Set<String> actions = new TreeSet<>(model.actions());
      actions.add("FailOnPurpose");
      return new ServiceModel(model.service(), model.version(), actions);
    }
  }
}
