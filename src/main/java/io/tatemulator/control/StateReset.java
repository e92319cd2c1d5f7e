package io.tatemulator.control;

import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets, while all stands still. */
@Component
final class StateReset {
  private final List<Resettable> parts;
  private final Standstill standstill;
  private final Tenants tenants;

  StateReset(List<Resettable> parts, Standstill standstill, Tenants tenants) {
    this.parts = parts;
    this.standstill = standstill;
    this.tenants = tenants;
  }

  /**
   * Forgets the state of one tenant; with null everything, so that all is as after a first start.
   */
  void reset(@Nullable Tenant tenant) {
    standstill.during(() -> parts.forEach(part -> part.reset(tenant)));
    tenants.enter(Tenant.DEFAULT);
  }
}
