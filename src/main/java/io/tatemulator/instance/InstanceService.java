package io.tatemulator.instance;

import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * A tenant's instances.
 *
 * <p>What may bring an instance into being is best called outside a transaction: it commits at
 * once, so that a request which names the same instance at the same time finds it.
 */
@Service
public class InstanceService {
  private static final String REACHABLE =
      "select instance_id from instance"
          + " where tenant_id = ? and state = 'RUNNING' and agent = 'ONLINE' and instance_id = any(?)";

  private static final String KNOWN =
      "select tenant_id, instance_id, platform, state, agent, created_at from instance"
          + " where tenant_id = ? and instance_id = any(?)";

  private static final String DECLARE =
      "merge into instance (tenant_id, instance_id, platform, state, agent, created_at)"
          + " key (tenant_id, instance_id) values (?, ?, ?, ?, ?, coalesce("
          + "(select created_at from instance where tenant_id = ? and instance_id = ?), ?))";

  private static final String REMOVE =
      "delete from instance where tenant_id = ? and instance_id = ?";

  private static final Comparator<Instance> NEWEST_FIRST =
      Comparator.comparing(Instance::createdAt).reversed().thenComparing(Instance::instanceId);

  private final InstanceRepository instances;
  private final JdbcTemplate jdbc;
  private final InstanceBirth birth;
  private final Tenants tenants;
  private final AgentOutages outages;

  InstanceService(
      InstanceRepository instances,
      JdbcTemplate jdbc,
      InstanceBirth birth,
      Tenants tenants,
      AgentOutages outages) {
    this.instances = instances;
    this.jdbc = jdbc;
    this.birth = birth;
    this.tenants = tenants;
    this.outages = outages;
  }

  /**
   * What is known of some instances of a tenant; undeclared ones spring into being where the preset
   * lets them.
   */
  public KnownInstances known(long tenantId, Collection<String> instanceIds) {
    Map<String, Instance> found = new HashMap<>();
    jdbc.query(KNOWN, InstanceService::instance, tenantId, instanceIds.toArray())
        .forEach(instance -> found.put(instance.instanceId(), instance));
    // In one order everywhere, so that two requests which bring the same into being never deadlock.
    List<String> missing =
        instanceIds.stream().filter(id -> !found.containsKey(id)).distinct().sorted().toList();
    birth.of(tenantId, missing).forEach(instance -> found.put(instance.instanceId(), instance));
    Predicate<String> offline = outages.offline(tenantId);
    found.replaceAll((id, instance) -> seen(offline, instance));
    return new KnownInstances(found);
  }

  /**
   * The instances of a tenant among some identifiers, the newest first. They spring into being
   * where the preset lets them.
   */
  public List<Instance> named(Tenant tenant, Collection<String> instanceIds) {
    return known(tenants.idOf(tenant), instanceIds).all().stream().sorted(NEWEST_FIRST).toList();
  }

  /** All instances of a tenant, the newest first. */
  public List<Instance> all(Tenant tenant) {
    long tenantId = tenants.idOf(tenant);
    Predicate<String> offline = outages.offline(tenantId);
    return instances.findAll(tenantId).stream().map(instance -> seen(offline, instance)).toList();
  }

  /** Those of some instances that a task can be delivered to; nothing springs into being. */
  public Set<String> reachable(long tenantId, Collection<String> instanceIds) {
    return jdbc.queryForList(REACHABLE, String.class, tenantId, instanceIds.toArray()).stream()
        .filter(Predicate.not(outages.offline(tenantId)))
        .collect(Collectors.toSet());
  }

  /** Declares an ordinary instance. */
  public void declare(long tenantId, String instanceId) {
    declare(tenantId, instanceId, InstanceProfile.ORDINARY);
  }

  /** Declares an instance, or changes one that exists, which stays as old as it is. */
  public void declare(long tenantId, String instanceId, InstanceProfile profile) {
    jdbc.update(
        DECLARE,
        tenantId,
        instanceId,
        profile.platform().name(),
        profile.state().name(),
        profile.agent().name(),
        tenantId,
        instanceId,
        ClockStore.BEGINNING.toEpochMilli());
  }

  /** An instance as it is, outages and all; nothing springs into being. */
  public Optional<Instance> existing(long tenantId, String instanceId) {
    return declared(tenantId, instanceId)
        .map(instance -> seen(outages.offline(tenantId), instance));
  }

  /**
   * Declares those of some instances that would spring into being when a request named them; within
   * a transaction that has brought their tenant into being.
   */
  public void declareMissing(long tenantId, Collection<String> instanceIds) {
    for (String instanceId : instanceIds) {
      if (jdbc.query(KNOWN, InstanceService::instance, tenantId, new Object[] {instanceId})
          .isEmpty()) {
        birth.profile(instanceId).ifPresent(profile -> declare(tenantId, instanceId, profile));
      }
    }
  }

  /** What is declared of an instance; nothing springs into being. */
  public Optional<Instance> declared(long tenantId, String instanceId) {
    return instances.findAll(tenantId, List.of(instanceId)).stream().findFirst();
  }

  /**
   * Takes an instance away. Where the preset lets undeclared instances into being, it comes again
   * when a request names it.
   *
   * @return whether there was one
   */
  public boolean remove(long tenantId, String instanceId) {
    return jdbc.update(REMOVE, tenantId, instanceId) > 0;
  }

  private static Instance seen(Predicate<String> offline, Instance instance) {
    return instance.agent() == Instance.Agent.ONLINE && offline.test(instance.instanceId())
        ? instance.withAgent(Instance.Agent.OFFLINE)
        : instance;
  }

  private static Instance instance(ResultSet row, int index) throws SQLException {
    InstanceProfile profile =
        new InstanceProfile(
            Instance.Platform.valueOf(row.getString(3)),
            Instance.State.valueOf(row.getString(4)),
            Instance.Agent.valueOf(row.getString(5)));
    Instance.Key key = new Instance.Key(row.getLong(1), row.getString(2));
    return new Instance(key, profile, Instant.ofEpochMilli(row.getLong(6)));
  }
}
