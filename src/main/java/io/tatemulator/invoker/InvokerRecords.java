package io.tatemulator.invoker;

import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.IdSequence;
import io.tatemulator.storage.Tally;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
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
 * The records of all invokers, newest first.
 *
 * <p>No page ever counts records: the tenant's {@link Tally} knows how many there are of all
 * invokers, and the newest and the oldest record of an invoker tell how many there are of that one,
 * since they are numbered and removed in order. So a page costs the same whatever lies behind it.
 */
@Component
public class InvokerRecords {
  private static final String INSERT =
      "insert into invoker_record (id, tenant_id, invoker_number, invocation_id, due_at, fired_at, ordinal)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  // H2 follows an index only when the columns that are held equal stand in ORDER BY too.
  private static final String OF_TENANT =
      "select r.* from invoker_record r where r.tenant_id = ?"
          + " order by r.tenant_id desc, r.fired_at desc, r.id desc limit ? offset ?";

  private static final String OF_INVOKER =
      "select r.* from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id desc, r.invoker_number desc, r.due_at desc limit ? offset ?";

  private static final String OF_SEVERAL =
      "select r.* from invoker_record r where r.tenant_id = ? and r.invoker_number = any(?)"
          + " order by r.fired_at desc, r.id desc limit ? offset ?";

  private static final String COUNT =
      "select (select r.ordinal from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id desc, r.invoker_number desc, r.due_at desc limit 1)"
          + " - (select r.ordinal from invoker_record r where r.tenant_id = ? and r.invoker_number = ?"
          + " order by r.tenant_id, r.invoker_number, r.due_at limit 1) + 1";

  private static final int MOST_MERGED = 20_000;

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
  private final IdSequence ids;
  private final Tally tally;
  private final Tenants tenants;

  InvokerRecords(JdbcTemplate jdbc, IdSequence ids, Tally tally, Tenants tenants) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.tally = tally;
    this.tenants = tenants;
  }

  /**
   * Records fires in the running transaction. A second record for one due instant of one invoker
   * fails all of them.
   */
  public void append(List<NewInvokerRecord> records) {
    Map<Long, Tally.Written> written = new HashMap<>();
    records.forEach(
        record ->
            written.merge(
                record.invoker().tenantId(), new Tally.Written(0, 0, 1), Tally.Written::and));
    jdbc.batchUpdate(INSERT, records.stream().map(this::row).toList());
    tally.add(written);
  }

  /**
   * A page of a tenant's records.
   *
   * @param invokerIds whose records; all invokers' when empty. A deleted invoker's records can
   *     still be had by its id
   */
  public Paged<InvokerRecord> page(Tenant tenant, List<String> invokerIds, Page page) {
    long tenantId = tenants.idOf(tenant);
    if (invokerIds.isEmpty()) {
      long total = tally.count(tenantId, Tally.Kind.RECORDS);
      return show(total, page.offset() < total ? rows(OF_TENANT, page, tenantId) : List.of());
    }
    List<Long> numbers = ResourceId.INVOKER.numbers(invokerIds).stream().distinct().toList();
    return numbers.size() == 1
        ? ofOne(tenantId, numbers.get(0), page)
        : ofSeveral(tenantId, numbers, page);
  }

  private Paged<InvokerRecord> ofOne(long tenantId, long number, Page page) {
    long total = count(tenantId, number);
    return show(
        total, page.offset() < total ? rows(OF_INVOKER, page, tenantId, number) : List.of());
  }

  // The page lies among the newest of each, so these are merged instead of sorting all there are;
  // far out that would be more than there is memory for, and the database sorts.
  private Paged<InvokerRecord> ofSeveral(long tenantId, List<Long> numbers, Page page) {
    long total = numbers.stream().mapToLong(number -> count(tenantId, number)).sum();
    if (page.offset() >= total) {
      return show(total, List.of());
    }
    if ((long) numbers.size() * page.end() > MOST_MERGED) {
      return show(total, rows(OF_SEVERAL, page, tenantId, numbers.toArray()));
    }
    Page reach = new Page(0, page.end());
    List<Row> newest = new ArrayList<>();
    numbers.forEach(number -> newest.addAll(rows(OF_INVOKER, reach, tenantId, number)));
    newest.sort(NEWEST_FIRST);
    return show(total, page.of(newest));
  }

  private long count(long tenantId, long number) {
    Long count = jdbc.queryForObject(COUNT, Long.class, tenantId, number, tenantId, number);
    return count == null ? 0 : count;
  }

  private List<Row> rows(String query, Page page, Object... whose) {
    List<Object> arguments = new ArrayList<>(List.of(whose));
    arguments.add(page.limit());
    arguments.add(page.offset());
    return jdbc.query(query, ROW, arguments.toArray());
  }

  private Paged<InvokerRecord> show(long total, List<Row> rows) {
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
