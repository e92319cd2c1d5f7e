package io.tatemulator.tenant;

import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private final ConditionalUpdate update;

  TenantChanges(ConditionalUpdates updates) {
    this.update =
        updates
            .of(TenantEntity.class)
            .add("invocations", "tasks", "records")
            .raise("lastEventAt")
            .where("id");
  }

  void add(long tenantId, RowCounters.Delta written) {
    merge(tenantId, new Change(written, Instant.EPOCH));
  }

  void raise(long tenantId, Instant lastEventAt) {
    merge(tenantId, new Change(new RowCounters.Delta(0, 0, 0), lastEventAt));
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
    update.run(List.copyOf(pending.byTenant.entrySet()), TenantChanges::values);
  }

  private static Object[] values(Map.Entry<Long, Change> entry) {
    Change change = entry.getValue();
    return new Object[] {
      (long) change.written.invocations(),
      (long) change.written.tasks(),
      (long) change.written.records(),
      change.lastEventAt,
      entry.getKey()
    };
  }

  private record Change(RowCounters.Delta written, Instant lastEventAt) {
    Change plus(Change other) {
      return new Change(
          written.plus(other.written),
          lastEventAt.isAfter(other.lastEventAt) ? lastEventAt : other.lastEventAt);
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
