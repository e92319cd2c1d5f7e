package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.execution.RemoteAccess;
import io.tatemulator.execution.RemoteSettings;
import io.tatemulator.execution.process.ProcessSettings.Mode;
import io.tatemulator.instance.Instance;
import io.tatemulator.persistence.ClusterSettings;
import io.tatemulator.protocol.signature.AccessSettings;
import io.tatemulator.support.CannotStartException;
import io.tatemulator.support.Fidelity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ProcessPolicyTest {
  private static ProcessPolicy policy(
      Mode mode, boolean allowRemote, Fidelity fidelity, @Nullable String address) {
    return policy(mode, allowRemote, fidelity, address, "true");
  }

  private static ProcessPolicy policy(
      Mode mode, boolean allowRemote, Fidelity fidelity, @Nullable String address, String control) {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("tat.control.enabled", control);
    if (address != null) {
      environment.setProperty("server.address", address);
    }
    return new ProcessPolicy(
        new ProcessSettings(mode, 1, 1, false, null),
        new RemoteAccess(
            new RemoteSettings(allowRemote),
            new AccessSettings(fidelity, null, null, null, false, List.of()),
            new ClusterSettings(false, null),
            environment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void onALoopbackAddressScriptsMayRun(String address) {
    assertThatCode(() -> policy(Mode.PROCESS, false, Fidelity.LENIENT, address))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void elsewhereUnsignedRequestsMustBeRejected(String address) {
    assertThatThrownBy(() -> policy(Mode.PROCESS, false, Fidelity.LENIENT, address))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("tat.execution.mode=process")
        .hasMessageContaining(address)
        .hasMessageContaining("tat.execution.allow-remote=true");
    // The control API can declare an instance and load a snapshot without a signature.
    assertThatThrownBy(() -> policy(Mode.PROCESS, false, Fidelity.STRICT, address))
        .isInstanceOf(CannotStartException.class);
    assertThatCode(() -> policy(Mode.PROCESS, false, Fidelity.STRICT, address, "false"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> policy(Mode.PROCESS, false, Fidelity.LENIENT, address, "false"))
        .isInstanceOf(CannotStartException.class);
    assertThatCode(() -> policy(Mode.PROCESS, true, Fidelity.LENIENT, address))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutAnAddressTheServerListensEverywhere() {
    assertThatThrownBy(() -> policy(Mode.PROCESS, false, Fidelity.LENIENT, null))
        .isInstanceOf(CannotStartException.class);
    assertThatThrownBy(() -> policy(Mode.PROCESS, false, Fidelity.LENIENT, " "))
        .isInstanceOf(CannotStartException.class);
  }

  @Test
  void noInstanceGetsAnExecutorThatMayNotRun() {
    ProcessPolicy policy = policy(Mode.SIMULATED, false, Fidelity.LENIENT, "0.0.0.0");

    assertThatThrownBy(() -> policy.require(Instance.Executor.PROCESS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("invalid value for `executor`");
    assertThatCode(() -> policy.require(Instance.Executor.SIMULATED)).doesNotThrowAnyException();
  }
}
