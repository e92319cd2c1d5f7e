package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.tat.TatService;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.ManagedInstances;
import io.tatemulator.testing.Requests;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The clock never goes back past a change that a client has made, at whatever time. The initial
 * state does not count, though it is dated later than the clock here.
 */
class LastEventTest extends ControlTest {
  private static final String LONG_AGO = "2015-06-01T00:00:00Z";
  private static final String LATER = "2015-06-01T01:00:00Z";
  private static final String JUST_BEFORE = "2015-06-01T00:59:59.999Z";

  /** The body of each action that changes something, which what it needs precedes. */
  private final Map<String, Supplier<Body>> changes =
      Map.ofEntries(
          Map.entry("CreateCommand", () -> Body.command("created")),
          Map.entry("ModifyCommand", () -> command().with("Description", "changed")),
          Map.entry("DeleteCommand", this::command),
          Map.entry(
              "DeleteCommands",
              () -> Body.of("{}").with("CommandIds", List.of(createdCommand("many")))),
          Map.entry("RunCommand", () -> Body.run("ins-aaaaaaaa")),
          Map.entry("InvokeCommand", () -> Body.invoke(createdCommand("run"), "ins-aaaaaaaa")),
          Map.entry("CancelInvocation", this::running),
          Map.entry("CreateInvoker", () -> Body.recurring("0 0 1 1 *")),
          Map.entry("ModifyInvoker", () -> invoker().with("Name", "changed")),
          Map.entry("EnableInvoker", this::disabledInvoker),
          Map.entry("DisableInvoker", this::invoker),
          Map.entry("DeleteInvoker", this::invoker),
          Map.entry("CreateRegisterCode", () -> Body.of("{}")),
          Map.entry("DisableRegisterCodes", this::registerCodes),
          Map.entry("DeleteRegisterCodes", this::registerCodes),
          Map.entry(
              "ModifyRegisterInstance", () -> managedInstance().with("InstanceName", "changed")),
          Map.entry("DeleteRegisterInstance", this::managedInstance));

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory", "--tat.execution.simulated.duration=1d"};
  }

  private static Set<String> changing() {
    return new LastEventTest().changes.keySet();
  }

  private String createdCommand(String name) {
    return api.createCommand(Body.command(name));
  }

  private Body command() {
    return Body.of("{}").with("CommandId", createdCommand("one"));
  }

  private Body invoker() {
    return Body.of("{}").with("InvokerId", api.createInvoker(Body.recurring("0 0 1 1 *")));
  }

  private Body disabledInvoker() {
    Body invoker = invoker();
    api.ok("DisableInvoker", invoker);
    return invoker;
  }

  private Body running() {
    String invocation =
        api.ok("RunCommand", Body.run("ins-aaaaaaaa").with("Timeout", 86_400)).text("InvocationId");
    return Body.of("{}").with("InvocationId", invocation);
  }

  private Body registerCodes() {
    String code = api.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
    return Body.of("{}").with("RegisterCodeIds", List.of(code));
  }

  private Body managedInstance() {
    new ManagedInstances(
            emulator.part(IdGenerator.class),
            emulator.part(JdbcTemplate.class),
            emulator.part(EmulatorClock.class))
        .register(api, ManagedInstances.Machine.linux("rins-aaaaaaaa", "web"));
    return Body.of("{}").with("InstanceId", "rins-aaaaaaaa");
  }

  private Control.Reply goBackTo(String time) {
    return control.call("PUT", "clock", "{'mode': 'frozen', 'now': '" + time + "'}");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void doesNotGoBackPastAChange(String action) {
    control.freeze(LONG_AGO);
    Body body = Objects.requireNonNull(changes.get(action)).get();
    control.advance(Duration.ofHours(1));

    api.ok(action, body);

    Control.Reply refused = goBackTo(JUST_BEFORE);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).contains(LATER, JUST_BEFORE);
    assertThat(goBackTo(LATER).status()).isEqualTo(200);
  }

  @Test
  void everyActionThatChangesSomethingIsTried() {
    Set<String> others =
        TatService.MODEL.actions().stream()
            .filter(action -> !action.startsWith("Describe") && !action.startsWith("Preview"))
            .collect(Collectors.toSet());

    assertThat(changes.keySet()).isEqualTo(others);
  }

  @Test
  void goesBackPastWhatOnlyReads() {
    control.freeze(LATER);
    api.ok("DescribeCommands", "{}");
    api.ok("DescribeInvokers", "{}");
    api.call("RunCommand", Body.run("ins-aaaaaaaa").with("Timeout", 0));

    assertThat(goBackTo(LONG_AGO).status()).isEqualTo(200);
  }

  @Test
  void doesNotGoBackPastAFireAndTheEndOfItsTasks() {
    control.freeze(LONG_AGO);
    api.createInvoker(Body.once(LATER));
    control.advance(Duration.ofDays(2));

    // The default timeout of the published example is a minute.
    assertThat(goBackTo("2015-06-01T01:00:59Z").status()).isEqualTo(409);
    assertThat(goBackTo("2015-06-01T01:01:00Z").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?region=ap-guangzhou", ""})
  void aResetForgetsTheLastEvent(String query) {
    control.freeze(LATER);
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));

    control.call("POST", "reset" + query, "");
    control.freeze(LATER);

    assertThat(goBackTo(LONG_AGO).status()).isEqualTo(200);
  }

  @Test
  void whatHasHappenedOutlivesARestartAndASnapshot() {
    restart("--tat.storage=file");
    control.freeze(LATER);
    api.ok("CreateInvoker", Requests.recurring("0 0 1 1 *"));
    control.ok("PUT", "snapshots/then", "");
    restart("--tat.storage=file");
    assertThat(goBackTo(JUST_BEFORE).status()).isEqualTo(409);
    control.call("POST", "reset", "");
    assertThat(goBackTo(LONG_AGO).status()).isEqualTo(200);

    control.call("POST", "snapshots/then/load", "");

    assertThat(goBackTo(JUST_BEFORE).status()).isEqualTo(409);
  }
}
