package io.tatemulator.instance;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InstanceRepository extends Repository<Instance, Instance.Key> {
  Instance save(Instance instance);

  List<Instance> saveAll(Iterable<Instance> instances);

  @Query("select i from Instance i where i.key.tenantId = ?1 and i.key.instanceId in ?2")
  List<Instance> findAll(long tenantId, Collection<String> instanceIds);

  @Query(
      "select i from Instance i where i.key.tenantId = ?1 order by i.createdAt desc, i.key.instanceId")
  List<Instance> findAll(long tenantId);
}
