package io.tatemulator.execution.agent;

import io.tatemulator.execution.RemoteAccess;
import io.tatemulator.instance.ExecutorPolicy;
import io.tatemulator.instance.Instance;
import io.tatemulator.registration.RegisteredMachines;
import io.tatemulator.support.CannotStartException;
import org.springframework.stereotype.Component;

/** Permits agents only where a stranger cannot run scripts, and only on registered machines. */
@Component
final class AgentPolicy implements ExecutorPolicy {
  private final RegisteredMachines machines;

  AgentPolicy(AgentSettings settings, RemoteAccess access, RegisteredMachines machines) {
    this.machines = machines;
    if (settings.enabled() && access.refusal().isPresent()) {
      throw new CannotStartException("tat.agent.enabled=true: " + access.refusal().get());
    }
  }

  @Override
  public void require(Instance.Key key, Instance.Executor executor) {
    if (executor == Instance.Executor.AGENT && !machines.contains(key)) {
      throw new IllegalArgumentException(
          "invalid value for `executor`: only a machine that has registered has an agent");
    }
  }
}
