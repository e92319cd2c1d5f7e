package io.tatemulator.registration;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegisterCodeRepository extends Repository<RegisterCode, Long> {
  RegisterCode save(RegisterCode code);

  void deleteAll(Iterable<RegisterCode> codes);

  long countByTenantId(long tenantId);

  /**
   * Waits for changes in progress; in one order everywhere, so that two who change the same codes
   * never wait for each other.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from RegisterCode c where c.tenantId = ?1 and c.codeId in ?2 order by c.id")
  List<RegisterCode> lock(long tenantId, Collection<String> codeIds);
}
