package io.tatemulator.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommandRepository extends Repository<Command, Long> {
  Command saveAndFlush(Command command);

  void delete(Command command);

  long countByTenantId(long tenantId);

  boolean existsByTenantIdAndName(long tenantId, String name);

  Optional<Command> findByTenantIdAndNumber(long tenantId, long number);

  @Query(
      "select new io.tatemulator.command.CommandBrief(c.id, c.number, r.spec.enableParameter)"
          + " from Command c join c.revision r where c.tenantId = ?1 and c.number in ?2")
  List<CommandBrief> briefs(long tenantId, Collection<Long> numbers);
}
