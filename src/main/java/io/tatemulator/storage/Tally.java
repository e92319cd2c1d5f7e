package io.tatemulator.storage;

import java.util.ArrayList;
import java.util.List;
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

  /** How many rows of each kind have been written. */
  public record Written(int invocations, int tasks, int records) {
    /** Together with others. */
    public Written and(Written others) {
      return new Written(
          invocations + others.invocations, tasks + others.tasks, records + others.records);
    }
  }

  private static final String ADD =
      "update tenant set invocations = invocations + ?, tasks = tasks + ?, records = records + ? where id = ?";

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
  public void add(Map<Long, Written> written) {
    List<Object[]> rows = new ArrayList<>(written.size());
    // In one order everywhere, so that two transactions never wait for each other.
    new TreeMap<>(written)
        .forEach(
            (tenantId, more) ->
                rows.add(
                    new Object[] {more.invocations(), more.tasks(), more.records(), tenantId}));
    jdbc.batchUpdate(ADD, rows);
  }

  /** Takes off what the running transaction has removed of a tenant. Call it last, too. */
  public void subtract(long tenantId, Written removed) {
    add(
        Map.of(
            tenantId, new Written(-removed.invocations(), -removed.tasks(), -removed.records())));
  }
}
