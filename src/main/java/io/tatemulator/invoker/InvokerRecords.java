package io.tatemulator.invoker;

import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.storage.IdGenerator;
import io.tatemulator.storage.RowCounters;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
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
  private static final String INSERT =
      "insert into invoker_record (id, tenant_id, invoker_number, invocation_id, due_at, fired_at, ordinal)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  // H2 uses an index only when ORDER BY also lists the columns that are compared for equality.
  private static final String OF_TENANT =
      "select r.* from invoker_record r where r.tenant_id = ?"
          + " order by r.tenant_id desc, r.fired_at desc, r.id desc limit ? offset ?";

  private static final String OF_INVOKER =
      "select r.* from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id desc, r.invoker_number desc, r.due_at desc limit ? offset ?";

  private static final String OF_INVOKERS =
      "select r.* from invoker_record r where r.tenant_id = ? and r.invoker_number = any(?)"
          + " order by r.fired_at desc, r.id desc limit ? offset ?";

  private static final String COUNT =
      "select (select r.ordinal from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id desc, r.invoker_number desc, r.due_at desc limit 1)"
          + " - (select r.ordinal from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id, r.invoker_number, r.due_at limit 1) + 1";

  private static final int MAX_MERGED = 20_000;

  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparingLong(Row::firedAt).thenComparingLong(Row::id).reversed();

  private static final RowMapper<Row> ROW =
      (row, index) ->
          new Row(
              row.getLong("id"),
              row.getLong("invoker_number"),
              row.getLong("invocation_id"),
              row.getLong("fired_at"));

  private record Row(long id, long invokerNumber, long invocationNumber, long firedAt) {}

  private final JdbcTemplate jdbc;
  private final IdGenerator ids;
  private final RowCounters counters;
  private final Tenants tenants;

  InvokerRecords(JdbcTemplate jdbc, IdGenerator ids, RowCounters counters, Tenants tenants) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.counters = counters;
    this.tenants = tenants;
  }

  /**
   * Records fires in the running transaction. A second record for one due instant of one invoker
   * fails all of them.
   */
  public void append(List<NewInvokerRecord> records) {
    Map<Long, RowCounters.Delta> written = new HashMap<>();
    records.forEach(
        record ->
            written.merge(
                record.invoker().tenantId(),
                new RowCounters.Delta(0, 0, 1),
                RowCounters.Delta::plus));
    jdbc.batchUpdate(INSERT, records.stream().map(this::row).toList());
    counters.add(written);
  }

  /**
   * Returns a page of a tenant's records.
   *
   * @param invokerIds the invokers; all when empty. A deleted invoker's records stay available
   *     under its id
   */
  public Paged<InvokerRecord> page(Tenant tenant, List<String> invokerIds, Page page) {
    long tenantId = tenants.idOf(tenant);
    if (invokerIds.isEmpty()) {
      long total = counters.count(tenantId, RowCounters.Kind.RECORDS);
      return toPaged(total, page.offset() < total ? rows(OF_TENANT, page, tenantId) : List.of());
    }
    List<Long> numbers = ResourceId.INVOKER.numbers(invokerIds).stream().distinct().toList();
    return numbers.size() == 1
        ? pageOfInvoker(tenantId, numbers.get(0), page)
        : pageOfInvokers(tenantId, numbers, page);
  }

  private Paged<InvokerRecord> pageOfInvoker(long tenantId, long number, Page page) {
    long total = count(tenantId, number);
    return toPaged(
        total, page.offset() < total ? rows(OF_INVOKER, page, tenantId, number) : List.of());
  }

  // The page lies among the newest records of each invoker, so these are merged instead of sorting
  // all records; at large offsets that would take too much memory, and the database sorts.
  private Paged<InvokerRecord> pageOfInvokers(long tenantId, List<Long> numbers, Page page) {
    long total = numbers.stream().mapToLong(number -> count(tenantId, number)).sum();
    if (page.offset() >= total) {
      return toPaged(total, List.of());
    }
    if ((long) numbers.size() * page.end() > MAX_MERGED) {
      return toPaged(total, rows(OF_INVOKERS, page, tenantId, numbers.toArray()));
    }
    Page merged = new Page(0, page.end());
    List<Row> newest = new ArrayList<>();
    numbers.forEach(number -> newest.addAll(rows(OF_INVOKER, merged, tenantId, number)));
    newest.sort(NEWEST_FIRST);
    return toPaged(total, page.of(newest));
  }

  private long count(long tenantId, long number) {
    Long count = jdbc.queryForObject(COUNT, Long.class, tenantId, number, tenantId, number);
    return count == null ? 0 : count;
  }

  private List<Row> rows(String query, Page page, Object... conditions) {
    List<Object> arguments = new ArrayList<>(List.of(conditions));
    arguments.add(page.limit());
    arguments.add(page.offset());
    return jdbc.query(query, ROW, arguments.toArray());
  }

  private Paged<InvokerRecord> toPaged(long total, List<Row> rows) {
    Map<Long, String> results = results(rows);
    return new Paged<>(total, rows)
        .map(
            row ->
                new InvokerRecord(
                    row.invokerNumber(),
                    row.invocationNumber(),
                    Instant.ofEpochMilli(row.firedAt()),
                    results.getOrDefault(row.invocationNumber(), "")));
  }

  private Map<Long, String> results(List<Row> rows) {
    Map<Long, String> results = new HashMap<>();
    Object[] invocations = rows.stream().map(Row::invocationNumber).toArray();
    jdbc.query(
        "select id, status from invocation where id = any(?)",
        row -> {
          results.put(row.getLong(1), row.getString(2));
        },
        (Object) invocations);
    return results;
  }

  private Object[] row(NewInvokerRecord record) {
    DueInvoker invoker = record.invoker();
    return new Object[] {
      ids.next(),
      invoker.tenantId(),
      invoker.number(),
      record.invocationNumber(),
      invoker.dueAt().toEpochMilli(),
      record.firedAt().toEpochMilli(),
      invoker.fires() + 1
    };
  }
}
