package io.tatemulator.command;

import jakarta.persistence.LockModeType;
import java.util.List;
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

  @Query(
      "select new io.tatemulator.command.CommandSummary(c.id, c.number, r.spec.enableParameter,"
          + " case when r.spec.enableParameter then r.spec.content else '' end, r.spec.defaultParameters)"
          + " from Command c join c.revision r where c.tenantId = ?1 and array_has(?2, c.number)")
  List<CommandSummary> findSummaries(long tenantId, Long[] numbers);

  Optional<Command> findByTenantIdAndNumber(long tenantId, long number);

  /** Locks commands, which other transactions may lock in this way, too. */
  @Lock(LockModeType.PESSIMISTIC_READ)
  @Query("select c from Command c where c.tenantId = ?1 and array_has(?2, c.id) order by c.id")
  List<Command> share(long tenantId, Long[] ids);

  /** Locks a command: waits for a change in progress, so that the next one builds on it. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Command c where c.tenantId = ?1 and c.number = ?2")
  Optional<Command> lock(long tenantId, long number);
}
