package io.tatemulator.registration;

import io.tatemulator.instance.Instance;

/**
 * What identifies a managed instance to the emulator.
 *
 * @param tenantId its tenant
 * @param instanceId its identifier, such as {@code rins-uf673dgi}
 * @param machineId what the machine sends as its identifier
 * @param publicKey the key that verifies its signatures, in PEM
 */
public record ManagedMachine(long tenantId, String instanceId, String machineId, String publicKey) {
  /** Returns the key of its instance. */
  public Instance.Key key() {
    return new Instance.Key(tenantId, instanceId);
  }
}
