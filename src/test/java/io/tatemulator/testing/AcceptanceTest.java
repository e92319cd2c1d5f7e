package io.tatemulator.testing;

import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.time.EmulatorClock;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A test that talks to a running emulator over HTTP. All such tests share one emulator with its
 * state in memory and a clock that they can advance; each test is a tenant of its own.
 */
public abstract class AcceptanceTest {
  /** The command of the published examples, which every tenant has. */
  protected static final String COMMAND = "cmd-m7uma92n";

  /** The built-in commands of every tenant, the oldest first. */
  protected static final List<String> GIVEN_COMMANDS =
      List.of("cmd-sysinf01", "cmd-diskus01", "cmd-winsvc01", COMMAND);

  /** The instance of the published examples, which every tenant has. */
  protected static final String INSTANCE = "ins-yx05ky8j";

  /** What parts two creations, so that their times differ. */
  protected static final Duration TICK = Duration.ofMillis(1);

  private static final Map<List<String>, Shared> EMULATORS = new HashMap<>();

  private record Shared(InProcess emulator, MutableClock hostClock) {}

  private final Shared shared;

  /** The emulator's clock. */
  protected final EmulatorClock clock;

  /** What the emulator takes for the host's clock: when it moves, nothing is done by that alone. */
  protected final MutableClock hostClock;

  /** Where it listens. */
  protected final int port;

  /** This test's caller. */
  protected Api api;

  private final TimeTravel travel;
  private final JdbcTemplate jdbc;

  /** A test with more settings. Classes with the same ones share an emulator. */
  protected AcceptanceTest(String... settings) {
    shared = share(List.of(settings));
    clock = part(EmulatorClock.class);
    hostClock = shared.hostClock();
    port = shared.emulator().port();
    travel = part(TimeTravel.class);
    jdbc = part(JdbcTemplate.class);
  }

  /** A part of the emulator. */
  protected final <T> T part(Class<T> type) {
    return shared.emulator().part(type);
  }

  /** All parts of the emulator. */
  protected final ApplicationContext parts() {
    return shared.emulator().parts();
  }

  @BeforeEach
  void becomeATenant() {
    api = newTenant();
  }

  /** Leaves nothing that falls due, since the next test moves the same clock. */
  @AfterEach
  void disarmWhatIsLeft() {
    jdbc.update(
        "update invoker set next_fire_at = null, version = version + 1 where next_fire_at >= 0");
  }

  /** A caller that no other test shares. */
  protected Api newTenant() {
    return new Api(
        shared.emulator().port(), "AKID" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** An instant of the emulator's clock from now, as requests write it. */
  protected String in(long amount, ChronoUnit unit) {
    return Instant.now(clock).plus(amount, unit).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Moves the emulator's clock on and does everything that falls due by then. */
  protected void advance(Duration by) {
    travel.advance(by);
  }

  /** Does everything that is due now. */
  protected void settle() {
    advance(Duration.ZERO);
  }

  /** The same, up to an instant in the future. */
  protected void advanceTo(Instant instant) {
    advance(Duration.between(Instant.now(clock), instant));
  }

  /** Creates invokers that fire once, waits for all of them, and gives their ids in that order. */
  protected List<String> fire(Api caller, Body... invokers) {
    List<String> ids = new ArrayList<>();
    for (Body invoker : invokers) {
      String time = in(1, ChronoUnit.HOURS);
      ids.add(caller.createInvoker(invoker.with("ScheduleSettings.InvokeTime", time)));
      hostClock.advance(TICK);
    }
    advance(Duration.ofHours(1));
    return ids;
  }

  /** Fires the published example once and gives its id. */
  protected String fireOnce(Api caller) {
    return fire(caller, Body.once("")).get(0);
  }

  /** Fires the published example several times and gives the invocations in that order. */
  protected List<String> invocations(Api caller, int count) {
    Body[] invokers = Collections.nCopies(count, Body.once("")).toArray(Body[]::new);
    return fire(caller, invokers).stream()
        .map(id -> Body.of("{}").with("InvokerIds", List.of(id)))
        .map(body -> caller.ok("DescribeInvokerRecords", body))
        .map(records -> records.text("InvokerRecordSet/0/InvocationId"))
        .toList();
  }

  private static synchronized Shared share(List<String> settings) {
    return EMULATORS.computeIfAbsent(settings, AcceptanceTest::start);
  }

  private static Shared start(List<String> settings) {
    MutableClock hostClock = new MutableClock();
    List<String> all = new ArrayList<>(settings);
    all.add("--tat.storage=memory");
    all.add("--tat.account-per-secret-id=true");
    InProcess emulator =
        new InProcess(fresh -> replace(fresh, hostClock), all.toArray(String[]::new));
    validate(emulator.part(EntityManagerFactory.class));
    return new Shared(emulator, hostClock);
  }

  /** Compares the tables with the mapping of the entities. */
  private static void validate(EntityManagerFactory entities) {
    try {
      entities.getSchemaManager().validate();
    } catch (SchemaValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void replace(GenericApplicationContext fresh, MutableClock hostClock) {
    InProcess.replace(fresh, EmulatorClock.class, () -> new EmulatorClock(hostClock));
    fresh.registerBean(FailOnPurpose.class);
    fresh.registerBean("testService", ServiceModel.class, () -> FailOnPurpose.SERVICE);
  }
}
