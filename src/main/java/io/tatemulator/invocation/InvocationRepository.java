package io.tatemulator.invocation;

import org.springframework.data.repository.Repository;

interface InvocationRepository extends Repository<Invocation, Long> {
  boolean existsByIdAndTenantId(long id, long tenantId);
}
