package io.tatemulator.retention;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Removes a tenant's old command revisions that no invocation references. */
@Component
final class OldRevisions {
  private static final int MAX_REVISIONS = 500;

  /**
   * A fire concurrent with a change of its command may begin an instant after the revision that it
   * runs was retired.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final String ANY =
      "select id from command_revision where tenant_id = ? and retired_at < ? limit 1";

  private static final String REMOVE =
      "delete from command_revision where id in"
          + " (select id from command_revision where tenant_id = ? and retired_at < ? limit ?)";

  private final JdbcTemplate jdbc;

  OldRevisions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns whether any can be removed when all remaining invocations began at an instant or later.
   */
  boolean exists(long tenantId, Instant begun) {
    return !jdbc.queryForList(ANY, Long.class, tenantId, bound(begun)).isEmpty();
  }

  /**
   * Removes a batch of them.
   *
   * @return whether there were any
   */
  boolean removeBatch(long tenantId, Instant begun) {
    return jdbc.update(REMOVE, tenantId, bound(begun), MAX_REVISIONS) > 0;
  }

  private static long bound(Instant begun) {
    return begun.minus(OVERLAP).toEpochMilli();
  }
}
