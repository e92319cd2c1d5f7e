package io.tatemulator.control;

import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.DueLoop;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forgets. Due work stands still meanwhile, and no request is being handled: so nobody can finish
 * afterwards what he began before.
 */
@Component
final class StateReset {
  private final List<Resettable> parts;
  private final DueLoop loop;
  private final Tenants tenants;

  StateReset(List<Resettable> parts, DueLoop loop, Tenants tenants) {
    this.parts = parts;
    this.loop = loop;
    this.tenants = tenants;
  }

  /**
   * Forgets the state of one tenant; with null everything, so that all is as after a first start.
   */
  void reset(@Nullable Tenant tenant) {
    loop.alone(
        () -> {
          tenants.alone(() -> parts.forEach(part -> part.reset(tenant)));
          return true;
        });
    tenants.enter(Tenant.DEFAULT);
  }
}
