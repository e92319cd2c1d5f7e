package io.tatemulator.registration;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface RegisterCodeRepository extends Repository<RegisterCode, Long> {
  RegisterCode save(RegisterCode code);

  void deleteAll(Iterable<RegisterCode> codes);

  long countByTenantId(long tenantId);

  List<RegisterCode> findByTenantIdAndCodeIdIn(long tenantId, Collection<String> codeIds);
}
