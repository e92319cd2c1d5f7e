package io.tatemulator.command;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommandRepository extends Repository<Command, Long> {
  Command saveAndFlush(Command command);

  void delete(Command command);

  long countByTenantIdAndCreatedBy(long tenantId, Command.Creator createdBy);

  boolean existsByTenantIdAndCreatedByAndName(
      long tenantId, Command.Creator createdBy, String name);

  Optional<Command> findByTenantIdAndNumber(long tenantId, long number);

  /** Locks a command: waits for a change in progress, so that the next one builds on it. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Command c where c.tenantId = ?1 and c.number = ?2")
  Optional<Command> lock(long tenantId, long number);
}
