package io.tatemulator.execution.agent;

import io.tatemulator.instance.ExecutorPolicy;
import io.tatemulator.instance.Instance;
import io.tatemulator.registration.RegisteredMachines;
import org.springframework.stereotype.Component;

/** Permits agents only where one has registered. */
@Component
final class AgentPolicy implements ExecutorPolicy {
  private final RegisteredMachines machines;

  AgentPolicy(RegisteredMachines machines) {
    this.machines = machines;
  }

  @Override
  public void require(Instance.Key key, Instance.Executor executor) {
    if (executor == Instance.Executor.AGENT
        && machines
            .find(key.instanceId())
            .filter(machine -> machine.tenantId() == key.tenantId())
            .isEmpty()) {
      throw new IllegalArgumentException(
          "invalid value for `executor`: only a machine that has registered has an agent");
    }
  }
}
