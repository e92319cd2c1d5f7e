package io.tatemulator.retention;

import io.tatemulator.invocation.Invocation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OldInvocationRepository extends Repository<Invocation, Long> {
  /** The id and times of an invocation; {@code endedAt} is null until it ends. */
  record Times(long id, Instant createdAt, @Nullable Instant endedAt) {
    boolean endedBefore(Instant instant) {
      return endedAt != null && endedAt.isBefore(instant);
    }
  }

  /** The number of tasks of an invocation. */
  record TaskCount(long invocationId, long tasks) {}

  /** The id of a record and that of its invocation. */
  record RecordIds(long id, long invocationId) {}

  // H2 sorts by an index only when the order includes what is compared for equality.
  @Query(
      "select new io.tatemulator.retention.OldInvocationRepository$Times(i.id, i.createdAt, i.endedAt)"
          + " from Invocation i where i.tenantId = ?1 order by i.tenantId, i.createdAt, i.id limit ?2")
  List<Times> findOldest(long tenantId, int limit);

  @Query(
      "select new io.tatemulator.retention.OldInvocationRepository$TaskCount(t.invocationId, count(t))"
          + " from InvocationTask t where array_has(?1, t.invocationId) group by t.invocationId")
  List<TaskCount> countTasks(Long[] invocations);

  // A record's time equals the creation time of its invocation.
  @Query(
      "select new io.tatemulator.retention.OldInvocationRepository$RecordIds(r.id, r.invocationId)"
          + " from InvokerRecord r where r.tenantId = ?1 and r.firedAt between ?2 and ?3")
  List<RecordIds> findRecords(long tenantId, Instant from, Instant until);

  @Modifying
  @Query("delete from InvokerRecord r where array_has(?1, r.id)")
  int removeRecords(Long[] ids);

  @Modifying
  @Query("delete from InvocationTask t where array_has(?1, t.invocationId)")
  int removeTasks(Long[] invocations);

  @Modifying
  @Query("delete from Invocation i where array_has(?1, i.id)")
  int removeInvocations(Long[] ids);
}
