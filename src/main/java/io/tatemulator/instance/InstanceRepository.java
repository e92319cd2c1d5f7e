package io.tatemulator.instance;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InstanceRepository extends Repository<Instance, Instance.Key> {
  Instance save(Instance instance);

  List<Instance> saveAll(Iterable<Instance> instances);

  @Query("select i from Instance i where i.key.tenantId = ?1 and array_has(?2, i.key.instanceId)")
  List<Instance> findAll(long tenantId, String[] instanceIds);

  @Query(
      "select i.key.instanceId from Instance i where i.key.tenantId = ?1 and i.state = RUNNING"
          + " and (i.agent = ONLINE or i.executor = AGENT) and array_has(?2, i.key.instanceId)")
  List<String> findReachable(long tenantId, String[] instanceIds);

  @Query(
      "select new io.tatemulator.instance.AssignedExecutor(i.key.tenantId, i.key.instanceId, i.executor, i.exec)"
          + " from Instance i where i.executor is not null or i.exec is not null")
  List<AssignedExecutor> findAssigned();

  @Modifying
  @Query("update Instance i set i.agent = ?3 where i.key.tenantId = ?1 and i.key.instanceId = ?2")
  int setAgent(long tenantId, String instanceId, Instance.Agent agent);

  @Modifying
  @Query("delete from Instance i where i.key.tenantId = ?1 and i.key.instanceId = ?2")
  int remove(long tenantId, String instanceId);

  @Query(
      "select i from Instance i where i.key.tenantId = ?1 order by i.createdAt desc, i.key.instanceId")
  List<Instance> findAll(long tenantId);
}
