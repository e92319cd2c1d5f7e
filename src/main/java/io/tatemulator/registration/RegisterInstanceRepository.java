package io.tatemulator.registration;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RegisterInstanceRepository extends Repository<RegisterInstance, Long> {
  void delete(RegisterInstance instance);

  Optional<RegisterInstance> findByTenantIdAndInstanceId(long tenantId, String instanceId);
}
