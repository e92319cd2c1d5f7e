package io.tatemulator.control;

import io.tatemulator.fixture.Beginning;
import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets, while all stands still. Who forgets everything waits for no move of the clock. */
@Component
final class StateReset {
  private final List<Resettable> parts;
  private final Standstill standstill;
  private final Tenants tenants;
  private final Beginning beginning;
  private final TransactionOperations transaction;
  private final TimeTravel travel;

  StateReset(
      List<Resettable> parts,
      Standstill standstill,
      Tenants tenants,
      Beginning beginning,
      TimeTravel travel,
      TransactionOperations transaction) {
    this.transaction = transaction;
    this.parts = parts;
    this.standstill = standstill;
    this.tenants = tenants;
    this.beginning = beginning;
    this.travel = travel;
  }

  /**
   * Forgets the state of one tenant; with null everything, so that all is as after a first start.
   * That cancels a move of the clock; for one tenant it is awaited, since the clock belongs to all.
   */
  void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      travel.cancelling(
          () -> {
            standstill.during(() -> knownAgain(beginning::begin));
            return true;
          });
    } else {
      standstill.during(() -> knownAgain(() -> resetAtOnce(tenant)));
    }
  }

  /**
   * A start that finds no default tenant begins anew, so no other tenant may depend on its return.
   */
  private void resetAtOnce(Tenant tenant) {
    transaction.executeWithoutResult(
        status -> {
          parts.forEach(part -> part.reset(tenant));
          tenants.enter(Tenant.DEFAULT);
        });
  }

  /** Does something after which, if it fails, the tenants are those that the database has. */
  private void knownAgain(Runnable reset) {
    try {
      reset.run();
    } catch (RuntimeException e) {
      tenants.restored();
      throw e;
    }
  }
}
