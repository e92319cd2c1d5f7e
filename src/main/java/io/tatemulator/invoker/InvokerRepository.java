package io.tatemulator.invoker;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

// Each condition on nextFireAt has a lower bound, since H2 would otherwise read all nulls of the
// index.
interface InvokerRepository extends Repository<Invoker, Long> {
  void delete(Invoker invoker);

  @Query("select count(i) > 0 from Invoker i where i.tenantId = ?1 and i.command.id = ?2")
  boolean bound(long tenantId, long commandRow);

  /** Locks an invoker, so that a change waits for a fire in progress instead of conflicting. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from Invoker i where i.tenantId = ?1 and i.number = ?2")
  Optional<Invoker> lock(long tenantId, long number);

  // Not min(), which reads the nulls too.
  @Query("select i.nextFireAt from Invoker i where i.nextFireAt > ?1 order by i.nextFireAt limit 1")
  List<Instant> nextDue(Instant after);

  @Query("select count(i) from Invoker i where i.nextFireAt between ?1 and ?2")
  long countDue(Instant from, Instant until);

  // A subquery, since H2 would start a join with the command and read all its invokers.
  String DUE =
      "select new io.tatemulator.invoker.DueInvoker(i.id, i.tenantId, i.number, i.schedule, i.nextFireAt, i.version,"
          + " i.fires, coalesce((select c.revision.id from Command c where c.id = i.commandRow), 0), i.instanceIds, i.username,"
          + " i.parameters) from Invoker i where i.nextFireAt between ?1 and ?2";

  @Query(DUE + " order by i.nextFireAt, i.id limit ?3")
  List<DueInvoker> findDue(Instant from, Instant until, int limit);

  @Query(
      DUE
          + " and mod(i.number, "
          + InvokerQueue.PARTS
          + ") = ?4 order by i.nextFireAt, i.id limit ?3")
  List<DueInvoker> findDueOfPart(Instant from, Instant until, int limit, int part);

  @Query(
      "select new io.tatemulator.invoker.ScheduledInvoker(i.number, i.schedule, i.nextFireAt)"
          + " from Invoker i where i.nextFireAt between ?1 and ?2")
  List<ScheduledInvoker> findScheduled(Instant from, Instant until);

  /** Returns the invokers of a tenant that fire again, in the order in which they do. */
  // A sum, since H2 would otherwise read all rows of the tenant and sort them.
  @Query(
      "select i from Invoker i where i.tenantId + 0 = ?1 and i.nextFireAt > ?2"
          + " order by i.nextFireAt, i.id limit ?3 offset ?4")
  List<Invoker> findScheduled(long tenantId, Instant after, int limit, int offset);

  @Query("select count(i) from Invoker i where i.tenantId = ?1 and i.nextFireAt > ?2")
  long countScheduled(long tenantId, Instant after);
}
