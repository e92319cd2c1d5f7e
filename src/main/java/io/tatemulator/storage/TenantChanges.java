package io.tatemulator.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the changes of the running transaction to the totals and last event times of tenants. It
 * writes them once, just before the commit: a fire changes its tenant's row for several reasons, an
 * advance of the clock does so for each of many fires, and a transaction that has written the row
 * locks it until its end.
 */
@Component
class TenantChanges {
  private static final String UPDATE =
      "update tenant set invocations = invocations + ?, tasks = tasks + ?, records = records + ?,"
          + " last_event_at = greatest(last_event_at, ?) where id = ?";

  private final JdbcTemplate jdbc;

  TenantChanges(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(long tenantId, RowCounters.Delta written) {
    merge(tenantId, new Change(written, 0));
  }

  void raise(long tenantId, Instant lastEventAt) {
    merge(tenantId, new Change(new RowCounters.Delta(0, 0, 0), lastEventAt.toEpochMilli()));
  }

  private void merge(long tenantId, Change change) {
    pendingOfTransaction().byTenant.merge(tenantId, change, Change::plus);
  }

  private Pending pendingOfTransaction() {
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
    if (pending == null) {
      pending = new Pending();
      TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit(pending));
      TransactionSynchronizationManager.bindResource(this, pending);
    }
    return pending;
  }

  private void write(Pending pending) {
    List<Object[]> rows = new ArrayList<>(pending.byTenant.size());
    pending.byTenant.forEach((tenantId, change) -> rows.add(change.row(tenantId)));
    jdbc.batchUpdate(UPDATE, rows);
  }

  private record Change(RowCounters.Delta written, long lastEventAt) {
    Change plus(Change other) {
      return new Change(written.plus(other.written), Math.max(lastEventAt, other.lastEventAt));
    }

    Object[] row(long tenantId) {
      return new Object[] {
        written.invocations(), written.tasks(), written.records(), lastEventAt, tenantId
      };
    }
  }

  private static final class Pending extends ResourceHolderSupport {
    // Sorted, so that two transactions lock rows in the same order and never deadlock.
    private final Map<Long, Change> byTenant = new TreeMap<>();
  }

  private final class WriteBeforeCommit
      extends ResourceHolderSynchronization<Pending, TenantChanges> {
    private final Pending pending;

    WriteBeforeCommit(Pending pending) {
      super(pending, TenantChanges.this);
      this.pending = pending;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      write(pending);
    }
  }
}
