package io.tatemulator.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When each tenant's state last changed, by the emulator's clock, which never goes back past that.
 * What a tenant has from the first is no change. The newest rows of the tables would tell less: not
 * what has been deleted, nor what is from the first; and to find them, all rows would have to be
 * read.
 */
@Component
public class LastEvents {
  private final JdbcTemplate jdbc;
  private final TenantChanges changes;

  LastEvents(JdbcTemplate jdbc, TenantChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** Notes a change of a tenant's state in the running transaction; seen once it is committed. */
  public void raise(long tenantId, Instant at) {
    changes.raise(tenantId, at);
  }

  /** The same for several tenants. */
  public void raise(Collection<Long> tenantIds, Instant at) {
    tenantIds.forEach(tenantId -> changes.raise(tenantId, at));
  }

  /** When the state of any tenant last changed; empty when there has been no change. */
  public Optional<Instant> latest() {
    Long millis = jdbc.queryForObject("select max(last_event_at) from tenant", Long.class);
    return Optional.ofNullable(millis).filter(last -> last > 0).map(Instant::ofEpochMilli);
  }
}
