package io.tatemulator.invoker;

import io.tatemulator.invocation.InvocationStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvokerRecordRepository extends Repository<InvokerRecord, Long> {
  /** What a page shows of a record, with the status of its invocation if that exists. */
  record StoredRecord(
      long id,
      long invokerNumber,
      long invocationId,
      Instant firedAt,
      long ordinal,
      @Nullable InvocationStatus status) {}

  /** What decides the place of a record. */
  record RecordKey(long id, Instant firedAt, long ordinal) {}

  // The subquery is executed for the rows of the page only if an index has their order.
  String SELECT =
      "select new io.tatemulator.invoker.InvokerRecordRepository$StoredRecord("
          + "r.id, r.invokerNumber, r.invocationId, r.firedAt, r.ordinal,"
          + " (select i.status from Invocation i where i.id = r.invocationId and i.tenantId = r.tenantId))"
          + " from InvokerRecord r";

  String SELECT_KEY =
      "select new io.tatemulator.invoker.InvokerRecordRepository$RecordKey(r.id, r.firedAt, r.ordinal)"
          + " from InvokerRecord r";

  // H2 uses an index only when the order also lists what is compared for equality.
  @Query(
      SELECT
          + " where r.tenantId = ?1"
          + " order by r.tenantId desc, r.firedAt desc, r.id desc limit ?2 offset ?3")
  List<StoredRecord> newest(long tenantId, int limit, long offset);

  @Query(
      SELECT
          + " where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId desc, r.invokerNumber desc, r.dueAt desc limit ?3 offset ?4")
  List<StoredRecord> newestOfInvoker(long tenantId, long number, int limit, long offset);

  @Query(
      SELECT_KEY
          + " where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId desc, r.invokerNumber desc, r.dueAt desc limit ?3")
  List<RecordKey> newestKeys(long tenantId, long number, int limit);

  @Query(
      SELECT + " where r.tenantId = ?1 and array_has(?2, r.id) order by r.firedAt desc, r.id desc")
  List<StoredRecord> findAll(long tenantId, Long[] ids);

  @Query(
      SELECT_KEY
          + " where r.tenantId = ?1 and array_has(?2, r.invokerNumber)"
          + " order by r.firedAt desc, r.id desc limit ?3 offset ?4")
  List<RecordKey> newestKeysOfInvokers(long tenantId, Long[] numbers, int limit, long offset);

  @Query(
      "select r.ordinal from InvokerRecord r where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId, r.invokerNumber, r.dueAt limit 1")
  List<Long> oldestOrdinal(long tenantId, long number);
}
