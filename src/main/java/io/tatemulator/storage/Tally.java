package io.tatemulator.storage;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts the rows of each tenant's great tables as they are written, because counting a million
 * rows for every page would make TotalCount dearer than the page.
 */
@Component
public class Tally {
  /** What is counted; each is a column of the tenant table. */
  public enum Kind {
    INVOCATIONS,
    TASKS,
    RECORDS
  }

  /** How many rows of each kind have been written. */
  public record Written(int invocations, int tasks, int records) {
    /** Together with others. */
    public Written and(Written others) {
      return new Written(
          invocations + others.invocations, tasks + others.tasks, records + others.records);
    }
  }

  private final JdbcTemplate jdbc;
  private final TenantChanges changes;

  Tally(JdbcTemplate jdbc, TenantChanges changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** How many rows of a kind a tenant has. */
  public long count(long tenantId, Kind kind) {
    Long count =
        jdbc.queryForObject("select " + kind + " from tenant where id = ?", Long.class, tenantId);
    return count == null ? 0 : count;
  }

  /** Adds what the running transaction has written, by tenant; seen once it is committed. */
  public void add(Map<Long, Written> written) {
    written.forEach(changes::add);
  }

  /** Takes off what the running transaction has removed of a tenant. */
  public void subtract(long tenantId, Written removed) {
    changes.add(
        tenantId, new Written(-removed.invocations(), -removed.tasks(), -removed.records()));
  }
}
