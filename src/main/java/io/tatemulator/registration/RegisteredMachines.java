package io.tatemulator.registration;

import io.tatemulator.instance.Instance;
import io.tatemulator.tat.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Finds the managed instances of all tenants, for requests of agents, which name no tenant. */
@Component
public class RegisteredMachines {
  private final RegisterInstanceRepository machines;

  RegisteredMachines(RegisterInstanceRepository machines) {
    this.machines = machines;
  }

  /** Finds a managed instance. */
  public Optional<ManagedMachine> find(String instanceId) {
    // By the row's key, since each request of an agent asks, and the identifier has no index.
    OptionalLong id = ResourceId.REGISTER_INSTANCE.parse(instanceId);
    return id.isEmpty()
        ? Optional.empty()
        : machines
            .findMachine(id.getAsLong())
            .filter(machine -> machine.instanceId().equals(instanceId));
  }

  /** Returns whether an instance is a managed one. */
  public boolean contains(Instance.Key key) {
    return find(key.instanceId()).filter(machine -> machine.key().equals(key)).isPresent();
  }

  /** Returns those whose agents are stored as online. */
  public List<ManagedMachine> online() {
    return machines.findMachines(RegisterInstance.ONLINE);
  }
}
