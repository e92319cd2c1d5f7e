package io.tatemulator.tenant;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TenantRepository extends Repository<TenantEntity, Long> {
  Optional<TenantEntity> findById(long id);

  @Query("select t.id from TenantEntity t order by t.id")
  List<Long> findIds();

  /** Returns tenants, the newest first. */
  @Query("select t from TenantEntity t order by t.id desc limit ?1 offset ?2")
  List<TenantEntity> findPage(int limit, int offset);

  @Query("select count(t) from TenantEntity t")
  long countAll();

  @Query("select max(t.lastEventAt) from TenantEntity t")
  Optional<Instant> findLastEventAt();

  @Query("select t.invocations, t.tasks, t.records from TenantEntity t where t.id = ?1")
  Optional<TenantTotals> findTotals(long id);

  /** Locks a tenant's row until the end of the transaction. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from TenantEntity t where t.id = ?1")
  Optional<TenantEntity> lock(long id);
}
