package io.tatemulator.registration;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegisterCodeRepository extends Repository<RegisterCode, Long> {
  RegisterCode save(RegisterCode code);

  void deleteAll(Iterable<RegisterCode> codes);

  long countByTenantId(long tenantId);

  /**
   * Locks register codes: waits for changes in progress, always in the same order, so that two
   * changes of the same codes cannot deadlock.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select c from RegisterCode c where c.tenantId = ?1 and array_has(?2, c.codeId) order by c.id")
  List<RegisterCode> lock(long tenantId, String[] codeIds);

  /** Locks the register code with an identifier, of whichever tenant it is. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from RegisterCode c where c.codeId = ?1")
  Optional<RegisterCode> lock(String codeId);

  @Query("select c.tenantId from RegisterCode c where c.codeId = ?1")
  Optional<Long> findTenant(String codeId);
}
