package io.tatemulator.invocation;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvocationRepository extends Repository<Invocation, Long> {
  /** The status of an invocation. */
  record StatusById(long id, InvocationStatus status) {}

  boolean existsByIdAndTenantId(long id, long tenantId);

  @Query(
      "select new io.tatemulator.invocation.InvocationRepository$StatusById(i.id, i.status)"
          + " from Invocation i where array_has(?1, i.id)")
  List<StatusById> findStatuses(Long[] ids);
}
