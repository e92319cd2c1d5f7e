package io.tatemulator.control;

import io.tatemulator.fixture.Beginning;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets, while all stands still. */
@Component
final class StateReset {
  private final List<Resettable> parts;
  private final Standstill standstill;
  private final Tenants tenants;
  private final Beginning beginning;
  private final TransactionOperations transaction;

  StateReset(
      List<Resettable> parts,
      Standstill standstill,
      Tenants tenants,
      Beginning beginning,
      TransactionOperations transaction) {
    this.transaction = transaction;
    this.parts = parts;
    this.standstill = standstill;
    this.tenants = tenants;
    this.beginning = beginning;
  }

  /**
   * Forgets the state of one tenant; with null everything, so that all is as after a first start.
   */
  void reset(@Nullable Tenant tenant) {
    standstill.during(
        () -> {
          if (tenant == null) {
            beginning.begin();
          } else {
            resetAtOnce(tenant);
          }
        });
  }

  /**
   * A start that finds no default tenant begins anew, so no other tenant may depend on its return.
   */
  private void resetAtOnce(Tenant tenant) {
    try {
      transaction.executeWithoutResult(
          status -> {
            parts.forEach(part -> part.reset(tenant));
            tenants.enter(Tenant.DEFAULT);
          });
    } catch (RuntimeException e) {
      tenants.restored();
      throw e;
    }
  }
}
