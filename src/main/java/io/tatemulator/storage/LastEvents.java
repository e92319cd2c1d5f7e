package io.tatemulator.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores when each tenant's state last changed, by the emulator's clock, which never goes back past
 * that time. The initial state of a tenant is no change. The newest rows of the tables would not do
 * instead: they neither show deletions nor identify the initial state, and finding them would read
 * all rows.
 */
@Component
public class LastEvents {
  private final JdbcTemplate jdbc;
  private final TenantChanges changes;

  LastEvents(JdbcTemplate jdbc, TenantChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** Records a change of a tenant's state; visible once the running transaction commits. */
  public void raise(long tenantId, Instant at) {
    changes.raise(tenantId, at);
  }

  /** Records a change of the state of several tenants. */
  public void raise(Collection<Long> tenantIds, Instant at) {
    tenantIds.forEach(tenantId -> changes.raise(tenantId, at));
  }

  /** Returns when the state of any tenant last changed; empty without a change. */
  public Optional<Instant> latest() {
    Long millis = jdbc.queryForObject("select max(last_event_at) from tenant", Long.class);
    return Optional.ofNullable(millis).filter(last -> last > 0).map(Instant::ofEpochMilli);
  }
}
