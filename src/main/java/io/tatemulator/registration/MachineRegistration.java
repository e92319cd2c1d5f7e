package io.tatemulator.registration;

import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceProfile;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Registers machines as managed instances of the tenant of their register code. */
@Service
public class MachineRegistration {
  private final RegisterCodeRepository codes;
  private final RegisterInstanceRepository machines;
  private final InstanceService instances;
  private final Tenants tenants;
  private final IdGenerator ids;
  private final Clock clock;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;

  MachineRegistration(
      RegisterCodeRepository codes,
      RegisterInstanceRepository machines,
      InstanceService instances,
      Tenants tenants,
      IdGenerator ids,
      Clock clock,
      LastEvents lastEvents,
      TransactionOperations transaction) {
    this.codes = codes;
    this.machines = machines;
    this.instances = instances;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
  }

  /**
   * Registers a machine. The same machine with the same key and register code, whose response was
   * lost, keeps its identifier and is not counted again.
   *
   * @param codeId the identifier of the register code
   * @param codeValue its value
   * @param address the address that the request comes from
   * @return the identifier of the managed instance
   * @throws ApiException an {@link AgentError} when the register code does not allow it
   */
  public String register(String codeId, String codeValue, Machine machine, String address) {
    long tenantId = codes.findTenant(codeId).orElseThrow(() -> notValid(codeId));
    return tenants.inTenant(
        tenants.of(tenantId),
        () -> transaction.execute(status -> insert(codeId, codeValue, machine, address)));
  }

  private String insert(String codeId, String codeValue, Machine machine, String address) {
    Instant now = clock.instant();
    RegisterCode code =
        codes
            .lock(codeId)
            .filter(found -> found.hasValue(codeValue))
            .orElseThrow(() -> notValid(codeId));
    requireUsable(code, now, address);
    long tenantId = code.tenantId();
    return machines
        .findSame(tenantId, codeId, machine.machineId(), machine.publicKey())
        .map(RegisterInstance::instanceId)
        .orElseGet(() -> insert(code, machine, now));
  }

  private static void requireUsable(RegisterCode code, Instant now, String address) {
    if (!code.isEnabled()) {
      throw new ApiException(AgentError.REGISTER_CODE_DISABLED, "ActiveCode", code.codeId());
    }
    if (!code.isUsable(now)) {
      throw new ApiException(AgentError.REGISTER_CODE_EXPIRED, "ActiveCode", code.codeId());
    }
    if (!AddressRange.contains(code.ipAddressRange(), address)) {
      throw new ApiException(AgentError.ADDRESS_NOT_ALLOWED, "ActiveCode", address);
    }
  }

  private String insert(RegisterCode code, Machine machine, Instant now) {
    if (code.isUsedUp()) {
      throw new ApiException(AgentError.REGISTER_LIMIT_EXCEEDED, "ActiveCode", code.codeId());
    }
    long id = ids.next();
    String instanceId = ResourceId.REGISTER_INSTANCE.format(id);
    machines.save(new RegisterInstance(id, code, instanceId, machine, now));
    instances.declare(
        code.tenantId(),
        instanceId,
        new InstanceProfile(
            machine.platform(),
            Instance.State.RUNNING,
            Instance.Agent.OFFLINE,
            Instance.Executor.AGENT,
            List.of()));
    code.countRegistration(now);
    lastEvents.raise(code.tenantId(), now);
    return instanceId;
  }

  private static ApiException notValid(String codeId) {
    return new ApiException(AgentError.REGISTER_CODE_NOT_VALID, "ActiveCode", codeId);
  }
}
