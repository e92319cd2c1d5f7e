package io.tatemulator.tenant;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts the rows of each tenant's large tables as they are written, because counting a million
 * rows for every page would make TotalCount more expensive than the page.
 */
@Component
public class RowCounters {
  /** The kinds of rows that are counted; each is a column of the tenant table. */
  public enum Kind {
    INVOCATIONS,
    TASKS,
    RECORDS
  }

  /** The numbers of rows written, by kind. */
  public record Delta(int invocations, int tasks, int records) {
    /** Returns the sum of these and other numbers. */
    public RowCounters.Delta plus(RowCounters.Delta other) {
      return new RowCounters.Delta(
          invocations + other.invocations, tasks + other.tasks, records + other.records);
    }
  }

  private final TenantRepository tenants;
  private final TenantChanges changes;

  RowCounters(TenantRepository tenants, TenantChanges changes) {
    this.tenants = tenants;
    this.changes = changes;
  }

  /** Returns how many rows of a kind a tenant has. */
  public long count(long tenantId, Kind kind) {
    return tenants.findTotals(tenantId).map(totals -> totals.of(kind)).orElse(0L);
  }

  /** Adds the rows that the running transaction has written; visible once it commits. */
  public void add(Map<Long, RowCounters.Delta> written) {
    written.forEach(changes::add);
  }

  /** Subtracts the rows of a tenant that the running transaction has removed. */
  public void subtract(long tenantId, RowCounters.Delta removed) {
    changes.add(
        tenantId,
        new RowCounters.Delta(-removed.invocations(), -removed.tasks(), -removed.records()));
  }
}
