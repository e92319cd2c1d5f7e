package io.tatemulator.invoker;

import io.tatemulator.invoker.InvokerRecordRepository.RecordKey;
import io.tatemulator.invoker.InvokerRecordRepository.StoredRecord;
import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tenant.RowCounters;
import io.tatemulator.tenant.Tenants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Stores and lists the records of invokers, newest first.
 *
 * <p>No page counts records: the tenant's {@link RowCounters} holds the total of all invokers, and
 * the total of one invoker follows from the ordinals of its newest and oldest records, since they
 * are numbered and removed in order. So a page costs the same however many records follow it.
 */
@Component
public class InvokerRecords {
  private static final int MAX_MERGED = 20_000;

  private static final Comparator<RecordKey> NEWEST_FIRST =
      Comparator.comparing(RecordKey::firedAt).thenComparingLong(RecordKey::id).reversed();

  private final InvokerRecordRepository records;
  private final BulkWriter writer;
  private final RowCounters counters;
  private final Tenants tenants;
  private final ReadTransaction reading;

  InvokerRecords(
      InvokerRecordRepository records,
      BulkWriter writer,
      RowCounters counters,
      Tenants tenants,
      ReadTransaction reading) {
    this.records = records;
    this.writer = writer;
    this.counters = counters;
    this.tenants = tenants;
    this.reading = reading;
  }

  /**
   * Records fires in the running transaction. A second record for one due instant of one invoker
   * fails all of them.
   */
  public void append(List<NewInvokerRecord> fires) {
    Map<Long, RowCounters.Delta> written = new HashMap<>();
    fires.forEach(
        fire ->
            written.merge(
                fire.invoker().tenantId(),
                new RowCounters.Delta(0, 0, 1),
                RowCounters.Delta::plus));
    writer.insert(fires.stream().map(InvokerRecord::new).toList());
    counters.add(written);
  }

  /**
   * Returns a page of a tenant's records.
   *
   * @param invokerIds the invokers; all when empty. A deleted invoker's records stay available
   *     under its id
   */
  public Paged<RecordedFire> page(Tenant tenant, List<String> invokerIds, Page page) {
    List<Long> numbers = ResourceId.INVOKER.numbers(invokerIds).stream().distinct().toList();
    return reading.run(
        () -> {
          long tenantId = tenants.idOf(tenant);
          if (invokerIds.isEmpty()) {
            return pageOfTenant(tenantId, page);
          }
          return numbers.size() == 1
              ? pageOfInvoker(tenantId, numbers.get(0), page)
              : pageOfInvokers(tenantId, numbers, page);
        });
  }

  private Paged<RecordedFire> pageOfTenant(long tenantId, Page page) {
    long total = counters.count(tenantId, RowCounters.Kind.RECORDS);
    return toPaged(
        total,
        page.offset() < total ? records.newest(tenantId, page.limit(), page.offset()) : List.of());
  }

  private Paged<RecordedFire> pageOfInvoker(long tenantId, long number, Page page) {
    List<StoredRecord> rows =
        records.newestOfInvoker(tenantId, number, page.limit(), page.offset());
    return rows.isEmpty()
        ? toPaged(count(tenantId, number), rows)
        : toPaged(count(tenantId, number, rows.get(0).ordinal() + page.offset()), rows);
  }

  // The page lies among the newest records of each invoker, so these are merged instead of sorting
  // all records; at large offsets that would take too much memory, and the database sorts.
  private Paged<RecordedFire> pageOfInvokers(long tenantId, List<Long> numbers, Page page) {
    if ((long) numbers.size() * page.end() > MAX_MERGED) {
      long total = numbers.stream().mapToLong(number -> count(tenantId, number)).sum();
      return page.offset() < total
          ? pageOfKeys(
              tenantId,
              total,
              records.newestKeysOfInvokers(
                  tenantId, numbers.toArray(Long[]::new), page.limit(), page.offset()))
          : toPaged(total, List.of());
    }
    long total = 0;
    List<RecordKey> newest = new ArrayList<>();
    for (long number : numbers) {
      List<RecordKey> keys = records.newestKeys(tenantId, number, Math.max(1, page.end()));
      newest.addAll(keys);
      total += keys.isEmpty() ? 0 : count(tenantId, number, keys.get(0).ordinal());
    }
    newest.sort(NEWEST_FIRST);
    return pageOfKeys(tenantId, total, page.of(newest));
  }

  private Paged<RecordedFire> pageOfKeys(long tenantId, long total, List<RecordKey> keys) {
    Long[] ids = keys.stream().map(RecordKey::id).toArray(Long[]::new);
    return toPaged(total, records.findAll(tenantId, ids));
  }

  private long count(long tenantId, long number) {
    return records.newestKeys(tenantId, number, 1).stream()
        .findFirst()
        .map(newest -> count(tenantId, number, newest.ordinal()))
        .orElse(0L);
  }

  private long count(long tenantId, long number, long newestOrdinal) {
    return records.oldestOrdinal(tenantId, number).stream()
        .findFirst()
        .map(oldest -> newestOrdinal - oldest + 1)
        .orElse(0L);
  }

  private static Paged<RecordedFire> toPaged(long total, List<StoredRecord> page) {
    return new Paged<>(total, page)
        .map(
            record ->
                new RecordedFire(
                    record.invokerNumber(),
                    record.invocationId(),
                    record.firedAt(),
                    record.status() == null ? "" : record.status().name()));
  }
}
