package io.tatemulator.control.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.tatemulator.control.ControlTest;
import io.tatemulator.control.StateReset;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstancesRouteTest extends ControlTest {
  private static final String ID = "ins-abcdefgh";

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory", "--tat.auto-create-instances=false"};
  }

  private String runCode() {
    return api.call("RunCommand", Body.run(ID)).code();
  }

  @Test
  void anInstanceIsDeclaredChangedAndRemoved() {
    assertThat(control.call("GET", "instances/" + ID, "").status()).isEqualTo(404);
    assertThat(runCode()).isEqualTo("ResourceNotFound.InstanceNotFound");

    JsonNode declared = control.ok("PUT", "instances/" + ID, "{}");
    assertThat(declared.toString().replace('"', '\''))
        .isEqualTo(
            "{'instanceId':'ins-abcdefgh','platform':'linux','state':'running','agent':'online'}");
    assertThat(runCode()).isEmpty();

    control.ok("PUT", "instances/" + ID, "{'agent': 'offline'}");
    assertThat(runCode()).isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    control.ok("PUT", "instances/" + ID, "{'agent': 'none'}");
    assertThat(runCode()).isEqualTo("ResourceUnavailable.AgentNotInstalled");
    control.ok("PUT", "instances/" + ID, "{'agent': 'online', 'state': 'stopped'}");
    assertThat(runCode()).isEqualTo("ResourceUnavailable.InstanceStateNotRunning");
    control.ok("PUT", "instances/" + ID, "{'state': 'running', 'platform': 'windows'}");
    assertThat(runCode()).isEqualTo("InvalidParameterValue.AgentUnsupportedCommandType");
    assertThat(
            control.ok("GET", "instances", "").path("instances").findValuesAsString("instanceId"))
        .contains(ID);

    assertThat(control.call("DELETE", "instances/" + ID, "").status()).isEqualTo(204);
    assertThat(control.call("DELETE", "instances/" + ID, "").status()).isEqualTo(404);
    assertThat(runCode()).isEqualTo("ResourceNotFound.InstanceNotFound");
  }

  @Test
  void aChangeDoesNotMakeAnInstanceOlder() {
    restart("--tat.storage=memory");
    control.freeze("2031-01-01T00:00:00Z");
    api.ok("RunCommand", Body.run("ins-aaaaaaa1"));
    control.ok("POST", "clock/advance", "{'by': 'PT1H'}");
    api.ok("RunCommand", Body.run(ID));
    String born = agents().text("AutomationAgentSet/0/LastHeartbeatTime");
    assertThat(agents().texts("AutomationAgentSet", "InstanceId")).startsWith(ID, "ins-aaaaaaa1");

    control.ok("PUT", "instances/" + ID, "{'agent': 'offline'}");

    assertThat(agents().texts("AutomationAgentSet", "InstanceId")).startsWith(ID, "ins-aaaaaaa1");
    assertThat(agents().text("AutomationAgentSet/0/LastHeartbeatTime")).isEqualTo(born);
  }

  private Answer agents() {
    return api.ok("DescribeAutomationAgentStatus", "{}");
  }

  @Test
  void tenantsAreKeptApart() {
    control.ok("PUT", "instances/" + ID + "?region=ap-beijing", "{}");

    assertThat(runCode()).isEqualTo("ResourceNotFound.InstanceNotFound");
    assertThat(api.with("X-TC-Region", "ap-beijing").call("RunCommand", Body.run(ID)).code())
        .isEmpty();
    assertThat(control.call("GET", "instances/" + ID + "?account=100000000002", "").status())
        .isEqualTo(404);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    Control.Reply state = control.call("PUT", "instances/" + ID, "{'state': 'asleep'}");
    assertThat(state.status()).isEqualTo(400);
    assertThat(state.error())
        .isEqualTo("invalid value for `state`: expected one of running, stopped, got asleep");
    assertThat(control.call("PUT", "instances/cvm-1", "{}").status()).isEqualTo(400);
  }

  @Test
  void aPageOfAnotherOriginChangesNothing() throws IOException, InterruptedException {
    assertThat(put("https://evil.test")).isEqualTo(403);
    assertThat(put("http://127.0.0.1:1")).isEqualTo(403);
    assertThat(put("null")).isEqualTo(403);
    assertThat(control.call("GET", "instances/" + ID, "").status()).isEqualTo(404);
    assertThat(put("http://127.0.0.1:" + emulator.port())).isEqualTo(200);
  }

  private int put(String origin) throws IOException, InterruptedException {
    URI route = URI.create("http://127.0.0.1:" + emulator.port() + "/_tat/instances/" + ID);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(route)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aResetWaitsForAnAnswerThatIsBeingMade() throws InterruptedException {
    Tenant tenant = new Tenant(Tenant.DEFAULT.account(), "ap-beijing");
    TenantParameters whose = new TenantParameters(tenant.account(), tenant.region());
    control.ok("PUT", "instances/" + ID + "?region=ap-beijing", "{}");
    Thread reset = new Thread(() -> emulator.part(StateReset.class).reset(tenant));
    Tenants tenants = spy(emulator.part(Tenants.class));
    doAnswer(
            call -> {
              Object known = call.callRealMethod();
              reset.start();
              while (reset.getState() != Thread.State.WAITING && reset.isAlive()) {
                Thread.onSpinWait();
              }
              return known;
            })
        .when(tenants)
        .isKnown(tenant);

    InstancesRoute route = new InstancesRoute(emulator.part(InstanceService.class), tenants);

    assertThat(route.one(ID, whose).instanceId()).isEqualTo(ID);
    reset.join();
    assertThat(control.call("GET", "instances/" + ID + "?region=ap-beijing", "").status())
        .isEqualTo(404);
  }

  @Test
  void oneSettingSwitchesTheControlApiOff() {
    restart("--tat.storage=memory", "--tat.control.enabled=false");

    assertThat(control.call("PUT", "instances/" + ID, "{}").status()).isEqualTo(404);
    assertThat(control.call("GET", "clock", "").status()).isEqualTo(404);
    assertThat(control.call("GET", "requests", "").error()).contains("tat.control.enabled");
    assertThat(control.ok("GET", "ready", "").path("ready").asBoolean()).isTrue();
    assertThat(api.call("DescribeCommands", "{}").code()).isEmpty();
  }
}
