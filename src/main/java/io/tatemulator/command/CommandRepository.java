package io.tatemulator.command;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommandRepository extends Repository<Command, Long> {
  Command save(Command command);

  void delete(Command command);

  long countByTenantId(long tenantId);

  boolean existsByTenantIdAndName(long tenantId, String name);

  Optional<Command> findByTenantIdAndNumber(long tenantId, long number);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Command c where c.tenantId = ?1 and c.number = ?2")
  Optional<Command> lock(long tenantId, long number);
}
