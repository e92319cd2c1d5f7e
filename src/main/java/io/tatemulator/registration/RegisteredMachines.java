package io.tatemulator.registration;

import java.util.List;
import java.util.Optional;
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
    return machines.findMachine(instanceId);
  }

  /** Returns those whose agents are stored as online. */
  public List<ManagedMachine> online() {
    return machines.findMachines(RegisterInstance.ONLINE);
  }
}
