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
 * What the running transaction adds to the totals of its tenants and to the times of their last
 * events. It is written once, just before the transaction is committed: a fire changes its tenant's
 * row for several reasons, a move of the clock does so for each of many fires, and whoever has
 * written the row keeps others from it until the end.
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

  void add(long tenantId, Tally.Written written) {
    merge(tenantId, new Change(written, 0));
  }

  void raise(long tenantId, Instant lastEventAt) {
    merge(tenantId, new Change(new Tally.Written(0, 0, 0), lastEventAt.toEpochMilli()));
  }

  private void merge(long tenantId, Change change) {
    ofTransaction().byTenant.merge(tenantId, change, Change::and);
  }

  private Pending ofTransaction() {
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
    if (pending == null) {
      pending = new Pending();
      TransactionSynchronizationManager.registerSynchronization(new WrittenAtTheEnd(pending));
      TransactionSynchronizationManager.bindResource(this, pending);
    }
    return pending;
  }

  private void write(Pending pending) {
    List<Object[]> rows = new ArrayList<>(pending.byTenant.size());
    pending.byTenant.forEach((tenantId, change) -> rows.add(change.row(tenantId)));
    jdbc.batchUpdate(UPDATE, rows);
  }

  private record Change(Tally.Written written, long lastEventAt) {
    Change and(Change other) {
      return new Change(written.and(other.written), Math.max(lastEventAt, other.lastEventAt));
    }

    Object[] row(long tenantId) {
      return new Object[] {
        written.invocations(), written.tasks(), written.records(), lastEventAt, tenantId
      };
    }
  }

  private static final class Pending extends ResourceHolderSupport {
    // In one order everywhere, so that two transactions never wait for each other.
    private final Map<Long, Change> byTenant = new TreeMap<>();
  }

  private final class WrittenAtTheEnd
      extends ResourceHolderSynchronization<Pending, TenantChanges> {
    private final Pending pending;

    WrittenAtTheEnd(Pending pending) {
      super(pending, TenantChanges.this);
      this.pending = pending;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      write(pending);
    }
  }
}
