package io.tatemulator.invoker;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvokerRepository extends Repository<Invoker, Long> {
  void delete(Invoker invoker);

  @Query("select count(i) > 0 from Invoker i where i.tenantId = ?1 and i.command.id = ?2")
  boolean bound(long tenantId, long commandRow);

  /** Locks an invoker, so that a change waits for a fire in progress instead of conflicting. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from Invoker i where i.tenantId = ?1 and i.number = ?2")
  Optional<Invoker> lock(long tenantId, long number);
}
