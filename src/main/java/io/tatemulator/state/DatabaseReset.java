package io.tatemulator.state;

import io.tatemulator.persistence.RowDeletion;
import io.tatemulator.persistence.Tables;
import io.tatemulator.support.OperationProgress.Operation;
import io.tatemulator.support.ProgressReports;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Empties the tables. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseReset implements StatefulComponent {
  private final RowDeletion rows;
  private final Tenants tenants;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  DatabaseReset(
      RowDeletion rows,
      Tenants tenants,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.tenants = tenants;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public void reload() {
    // All its state is in the database.
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      resetAll();
    } else {
      transaction.executeWithoutResult(status -> resetOne(tenant));
    }
  }

  /**
   * Truncates the large tables after the transaction: deleting their rows within it would take a
   * minute for each million, and three times their space. Unless the database can undo truncations,
   * a reset can be interrupted in between; a start that finds no default tenant completes it.
   */
  private void resetAll() {
    transaction.executeWithoutResult(
        status -> {
          Tables.OF_TENANTS.stream()
              .filter(table -> !Tables.LARGE.contains(table))
              .forEach(rows::deleteAll);
          rows.deleteAll("tenant");
        });
    Tables.LARGE.forEach(rows::truncate);
  }

  private void resetOne(Tenant tenant) {
    tenants.find(tenant).ifPresent(this::empty);
  }

  private void empty(long tenantId) {
    ProgressReports reports = new ProgressReports(Operation.RESET, events::publishEvent);
    try {
      for (String table : Tables.OF_TENANTS) {
        double done = Tables.OF_TENANTS.indexOf(table);
        reports.report(done / Tables.OF_TENANTS.size(), null);
        rows.deleteAll(table, "tenant_id", tenantId);
      }
      rows.deleteAll("tenant", "id", tenantId);
    } finally {
      reports.end(null);
    }
  }
}
