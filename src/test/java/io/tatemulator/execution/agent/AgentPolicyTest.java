package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.tatemulator.execution.RemoteAccess;
import io.tatemulator.execution.RemoteSettings;
import io.tatemulator.persistence.ClusterSettings;
import io.tatemulator.protocol.signature.AccessSettings;
import io.tatemulator.registration.RegisteredMachines;
import io.tatemulator.support.CannotStartException;
import io.tatemulator.support.Fidelity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Where agents may run scripts. */
class AgentPolicyTest {
  private static AgentPolicy policy(boolean enabled, boolean allowRemote, String address) {
    return policy(enabled, allowRemote, address, false);
  }

  private static AgentPolicy policy(
      boolean enabled, boolean allowRemote, String address, boolean cluster) {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("server.address", address);
    return new AgentPolicy(
        new AgentSettings(enabled, Duration.ofMinutes(5), Duration.ofMinutes(5)),
        new RemoteAccess(
            new RemoteSettings(allowRemote),
            new AccessSettings(Fidelity.LENIENT, null, null, null, false, List.of()),
            new ClusterSettings(cluster, null),
            environment),
        mock(RegisteredMachines.class));
  }

  @Test
  void onAReachableAddressTheUserMustAllowIt() {
    assertThatThrownBy(() -> policy(true, false, "0.0.0.0"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("tat.agent.enabled=true")
        .hasMessageContaining("tat.execution.allow-remote=true");
    assertThatCode(() -> policy(true, true, "0.0.0.0")).doesNotThrowAnyException();
    assertThatCode(() -> policy(true, false, "127.0.0.1")).doesNotThrowAnyException();
    assertThatCode(() -> policy(false, false, "0.0.0.0")).doesNotThrowAnyException();
  }

  @Test
  void nodesHaveNoAgents() {
    assertThatThrownBy(() -> policy(true, true, "127.0.0.1", true))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("several nodes");
  }
}
