package io.tatemulator.registration;

import io.tatemulator.instance.AgentReport;
import io.tatemulator.instance.AgentReports;
import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.LastEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what the agents of managed instances report about themselves. When an agent was last heard
 * of is in memory while it is connected, since it changes with every request.
 */
@Service
public class ManagedMachines implements AgentReports, StatefulComponent {
  private final RegisterInstanceRepository machines;
  private final InstanceService instances;
  private final Clock clock;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final ReadTransaction readTransaction;
  private final Map<Instance.Key, Instant> heard = new ConcurrentHashMap<>();

  ManagedMachines(
      RegisterInstanceRepository machines,
      InstanceService instances,
      Clock clock,
      LastEvents lastEvents,
      TransactionOperations transaction,
      ReadTransaction readTransaction) {
    this.machines = machines;
    this.instances = instances;
    this.clock = clock;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.readTransaction = readTransaction;
  }

  /** Notes that an agent has sent something. */
  public void onHeartbeat(Instance.Key key) {
    heard.put(key, clock.instant());
  }

  /**
   * Stores that an agent is connected.
   *
   * @param version its version, at most 64 characters
   */
  public void connect(Instance.Key key, String version) {
    onHeartbeat(key);
    change(key, Instance.Agent.ONLINE, machine -> machine.connect(version, clock.instant()));
  }

  /** Stores that an agent is not connected. */
  public void disconnect(Instance.Key key) {
    Instant now = clock.instant();
    Instant last = heard.remove(key);
    change(key, Instance.Agent.OFFLINE, machine -> machine.disconnect(last, now));
  }

  /** Stores the name and the address of a machine. */
  public void updateHost(Instance.Key key, String hostName, String localIp) {
    change(key, null, machine -> machine.updateHost(hostName, localIp, clock.instant()));
  }

  private void change(
      Instance.Key key, Instance.@Nullable Agent agent, Consumer<RegisterInstance> change) {
    transaction.executeWithoutResult(
        status ->
            machines
                .lock(key.tenantId(), key.instanceId())
                .ifPresent(
                    machine -> {
                      change.accept(machine);
                      if (agent != null) {
                        instances.setAgent(key, agent);
                      }
                      lastEvents.raise(key.tenantId(), clock.instant());
                    }));
  }

  @Override
  public Map<String, AgentReport> of(long tenantId, Collection<String> instanceIds) {
    return readTransaction.run(
        () ->
            machines.findAll(tenantId, instanceIds.toArray(String[]::new)).stream()
                .filter(machine -> machine.agentVersion() != null)
                .collect(Collectors.toMap(RegisterInstance::instanceId, this::report)));
  }

  private AgentReport report(RegisterInstance machine) {
    Instant stored = Objects.requireNonNullElse(machine.lastHeartbeatAt(), machine.createdAt());
    Instant last = heard.get(new Instance.Key(machine.tenantId(), machine.instanceId()));
    return new AgentReport(
        Objects.requireNonNull(machine.agentVersion()), last == null ? stored : last);
  }

  /** Forgets a machine that has been deleted. */
  public void forget(Instance.Key key) {
    heard.remove(key);
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      heard.clear();
    }
  }

  @Override
  public void reload() {
    heard.clear();
  }
}
