package io.tatemulator.command;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CommandRepository extends Repository<Command, Long> {
  Command saveAndFlush(Command command);

  void delete(Command command);

  long countByTenantIdAndCreatedBy(long tenantId, Command.Creator createdBy);

  boolean existsByTenantIdAndName(long tenantId, String name);

  Optional<Command> findByTenantIdAndNumber(long tenantId, long number);
}
