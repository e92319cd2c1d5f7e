package io.tatemulator.control;

import io.tatemulator.fixture.StateInitializer;
import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Resets state while no other work runs. A full reset does not wait for a clock advance. */
@Component
public final class StateReset {
  private final List<StatefulComponent> parts;
  private final ExclusiveExecution exclusive;
  private final Tenants tenants;
  private final StateInitializer initializer;
  private final TransactionOperations transaction;
  private final TimeTravel travel;

  StateReset(
      List<StatefulComponent> parts,
      ExclusiveExecution exclusive,
      Tenants tenants,
      StateInitializer initializer,
      TimeTravel travel,
      TransactionOperations transaction) {
    this.transaction = transaction;
    this.parts = parts;
    this.exclusive = exclusive;
    this.tenants = tenants;
    this.initializer = initializer;
    this.travel = travel;
  }

  /**
   * Resets the state of one tenant; with null, of all tenants, as after a first start. A full reset
   * cancels an advance of the clock; a reset of one tenant waits for it, since all share the clock.
   */
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      travel.cancelMoves();
      exclusive.replaceState(this::resetAll);
    } else {
      exclusive.run(() -> reloadingOnFailure(() -> resetInTransaction(tenant), tenants::reload));
    }
  }

  /**
   * Recreates the default tenant in the same transaction: a start without it resets all tenants.
   */
  private void resetInTransaction(Tenant tenant) {
    transaction.executeWithoutResult(
        status -> {
          parts.forEach(part -> part.reset(tenant));
          tenants.ensureExists(Tenant.DEFAULT);
        });
  }

  /** If it fails, the parts show what is in the database again. */
  private void resetAll() {
    reloadingOnFailure(initializer::initialize, () -> parts.forEach(StatefulComponent::reload));
  }

  private static void reloadingOnFailure(Runnable reset, Runnable reload) {
    try {
      reset.run();
    } catch (RuntimeException e) {
      reload(reload, e);
      throw e;
    }
  }

  private static void reload(Runnable reload, RuntimeException failure) {
    try {
      reload.run();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
