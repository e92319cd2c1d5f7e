package io.tatemulator.invoker;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvokerRecordRepository extends Repository<InvokerRecord, Long> {
  // H2 uses an index only when the order also lists what is compared for equality.
  @Query(
      "select r from InvokerRecord r where r.tenantId = ?1"
          + " order by r.tenantId desc, r.firedAt desc, r.id desc limit ?2 offset ?3")
  List<InvokerRecord> newest(long tenantId, int limit, long offset);

  @Query(
      "select r from InvokerRecord r where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId desc, r.invokerNumber desc, r.dueAt desc limit ?3 offset ?4")
  List<InvokerRecord> newestOfInvoker(long tenantId, long number, int limit, long offset);

  @Query(
      "select r from InvokerRecord r where r.tenantId = ?1 and array_has(?2, r.invokerNumber)"
          + " order by r.firedAt desc, r.id desc limit ?3 offset ?4")
  List<InvokerRecord> newestOfInvokers(long tenantId, Long[] numbers, int limit, long offset);

  @Query(
      "select r.ordinal from InvokerRecord r where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId desc, r.invokerNumber desc, r.dueAt desc limit 1")
  List<Long> newestOrdinal(long tenantId, long number);

  @Query(
      "select r.ordinal from InvokerRecord r where r.tenantId = ?1 and r.invokerNumber = ?2"
          + " order by r.tenantId, r.invokerNumber, r.dueAt limit 1")
  List<Long> oldestOrdinal(long tenantId, long number);
}
