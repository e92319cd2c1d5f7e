package io.tatemulator.retention;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Removes what a tenant's commands once said, when no invocation refers to it. */
@Component
final class OldRevisions {
  private static final int MAX_REVISIONS = 500;

  /**
   * A fire that meets a change of its command may begin an instant after the revision that it runs
   * has retired.
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

  /** Whether any can be removed when all invocations that are left began at an instant or later. */
  boolean isAny(long tenantId, Instant begun) {
    return !jdbc.queryForList(ANY, Long.class, tenantId, bound(begun)).isEmpty();
  }

  /**
   * Removes some of them.
   *
   * @return whether there were any
   */
  boolean removeSome(long tenantId, Instant begun) {
    return jdbc.update(REMOVE, tenantId, bound(begun), MAX_REVISIONS) > 0;
  }

  private static long bound(Instant begun) {
    return begun.minus(OVERLAP).toEpochMilli();
  }
}
