package io.tatemulator.instance;

import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.ClockStore;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds, declares and removes a tenant's instances.
 *
 * <p>Call the methods that may create an instance outside a transaction: they commit at once, so
 * that a request which names the same instance at the same time finds it.
 */
@Service
public class InstanceService {
  private static final Comparator<Instance> NEWEST_FIRST =
      Comparator.comparing(Instance::createdAt).reversed().thenComparing(Instance::instanceId);

  private final InstanceRepository instances;
  private final BulkWriter writer;
  private final TransactionOperations transaction;
  private final InstanceProvisioner provisioner;
  private final Tenants tenants;
  private final AgentOutages outages;
  private final AssignedExecutors executors;
  private final List<ExecutorPolicy> policies;
  private final Clock clock;

  InstanceService(
      InstanceRepository instances,
      BulkWriter writer,
      TransactionOperations transaction,
      InstanceProvisioner provisioner,
      Tenants tenants,
      AgentOutages outages,
      AssignedExecutors executors,
      List<ExecutorPolicy> policies,
      Clock clock) {
    this.instances = instances;
    this.writer = writer;
    this.transaction = transaction;
    this.provisioner = provisioner;
    this.tenants = tenants;
    this.outages = outages;
    this.executors = executors;
    this.policies = policies;
    this.clock = clock;
  }

  /** Finds instances of a tenant by id; creates undeclared ones where the preset allows it. */
  public ResolvedInstances resolve(long tenantId, Collection<String> instanceIds) {
    Map<String, Instance> found = new HashMap<>();
    instances
        .findAll(tenantId, instanceIds.toArray(String[]::new))
        .forEach(instance -> found.put(instance.instanceId(), instance));
    // In the same order everywhere, so that two requests which create the same never deadlock.
    List<String> missing =
        instanceIds.stream().filter(id -> !found.containsKey(id)).distinct().sorted().toList();
    provisioner
        .createMissing(tenantId, missing)
        .forEach(instance -> found.put(instance.instanceId(), instance));
    Predicate<String> offline = outages.offline(tenantId, clock.instant());
    found.replaceAll((id, instance) -> withOutage(offline, instance));
    return new ResolvedInstances(found);
  }

  /**
   * Returns the instances of a tenant with the given ids, newest first. Creates undeclared ones
   * where the preset allows it.
   */
  public List<Instance> findByIds(Tenant tenant, Collection<String> instanceIds) {
    return resolve(tenants.idOf(tenant), instanceIds).all().stream().sorted(NEWEST_FIRST).toList();
  }

  /** Returns all instances of a tenant, newest first. */
  public List<Instance> findAll(Tenant tenant) {
    long tenantId = tenants.idOf(tenant);
    Predicate<String> offline = outages.offline(tenantId, clock.instant());
    return instances.findAll(tenantId).stream()
        .map(instance -> withOutage(offline, instance))
        .toList();
  }

  /**
   * Finds out to which instances a task can be delivered; creates none. A real agent may connect
   * again before the delivery fails.
   */
  public Reachability reachability(long tenantId, Collection<String> instanceIds) {
    Set<String> online =
        Set.copyOf(instances.findReachable(tenantId, instanceIds.toArray(String[]::new)));
    return time -> {
      Predicate<String> offline = outages.offline(tenantId, time);
      return instanceId -> online.contains(instanceId) && !offline.test(instanceId);
    };
  }

  /** Declares an instance with the default profile. */
  public void declare(long tenantId, String instanceId) {
    declare(tenantId, instanceId, InstanceProfile.DEFAULT);
  }

  /**
   * Declares an instance, or changes an existing one, which keeps its creation time.
   *
   * @throws IllegalArgumentException when it may not have its executor
   */
  public void declare(long tenantId, String instanceId, InstanceProfile profile) {
    Instance.Key key = new Instance.Key(tenantId, instanceId);
    Instance.Executor executor = profile.executor();
    if (executor != null) {
      policies.forEach(policy -> policy.require(key, executor));
    }
    Instance instance = new Instance(key, profile, ClockStore.BUILT_IN_CREATED_AT);
    transaction.executeWithoutResult(
        status -> {
          writer.upsert(instance);
          AfterCommit.run(executors::onChange);
        });
  }

  /** Changes the state of an instance's agent; does nothing if there is no such instance. */
  public void setAgent(Instance.Key key, Instance.Agent agent) {
    transaction.executeWithoutResult(
        status -> instances.setAgent(key.tenantId(), key.instanceId(), agent));
  }

  /** Returns an instance with outages applied; creates none. */
  public Optional<Instance> findWithOutages(long tenantId, String instanceId) {
    return findDeclared(tenantId, instanceId)
        .map(instance -> withOutage(outages.offline(tenantId, clock.instant()), instance));
  }

  /**
   * Declares the missing instances that a request naming them would create. Call it in a
   * transaction that has created their tenant.
   */
  public void declareMissing(long tenantId, Collection<String> instanceIds) {
    for (String instanceId : instanceIds) {
      if (findDeclared(tenantId, instanceId).isEmpty()) {
        provisioner
            .profile(instanceId)
            .ifPresent(profile -> declare(tenantId, instanceId, profile));
      }
    }
  }

  /** Returns an instance as declared, without outages; creates none. */
  public Optional<Instance> findDeclared(long tenantId, String instanceId) {
    return instances.findAll(tenantId, new String[] {instanceId}).stream().findFirst();
  }

  /**
   * Removes an instance. Where the preset allows undeclared instances, the next request that names
   * it creates it again.
   *
   * @return whether it existed
   */
  public boolean remove(long tenantId, String instanceId) {
    return transaction.execute(
            status -> {
              AfterCommit.run(executors::onChange);
              return instances.remove(tenantId, instanceId);
            })
        > 0;
  }

  private static Instance withOutage(Predicate<String> offline, Instance instance) {
    return instance.agent() == Instance.Agent.ONLINE && offline.test(instance.instanceId())
        ? instance.withAgent(Instance.Agent.OFFLINE)
        : instance;
  }
}
