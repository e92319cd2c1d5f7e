package io.tatemulator.tenant;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stores when each tenant's state last changed, by the emulator's clock, which never goes back past
 * that time. The initial state of a tenant is no change. The newest rows of the tables would not do
 * instead: they neither show deletions nor identify the initial state, and finding them would read
 * all rows.
 */
@Component
public class LastEvents {
  private final TenantRepository tenants;
  private final TenantChanges changes;

  LastEvents(TenantRepository tenants, TenantChanges changes) {
    this.tenants = tenants;
    this.changes = changes;
  }

  /** Records a change of a tenant's state; visible once the running transaction commits. */
  public void raise(long tenantId, Instant at) {
    changes.raise(tenantId, at);
  }

  /** Returns when the state of any tenant last changed; empty without a change. */
  public Optional<Instant> latest() {
    return tenants.findLastEventAt().filter(last -> last.isAfter(Instant.EPOCH));
  }
}
