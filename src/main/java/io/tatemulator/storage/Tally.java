package io.tatemulator.storage;

import java.util.Map;
import java.util.TreeMap;
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

  private final JdbcTemplate jdbc;

  Tally(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How many rows of a kind a tenant has. */
  public long count(long tenantId, Kind kind) {
    Long count =
        jdbc.queryForObject("select " + kind + " from tenant where id = ?", Long.class, tenantId);
    return count == null ? 0 : count;
  }

  /**
   * Adds what the running transaction has written, by tenant. Call it last, since it holds the
   * tenants' rows.
   */
  public void add(Kind kind, Map<Long, Integer> written) {
    // In one order everywhere, so that two transactions never wait for each other.
    new TreeMap<>(written)
        .forEach(
            (tenantId, count) ->
                jdbc.update(
                    "update tenant set " + kind + " = " + kind + " + ? where id = ?",
                    count,
                    tenantId));
  }
}
