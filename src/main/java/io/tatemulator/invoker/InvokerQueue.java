package io.tatemulator.invoker;

import io.tatemulator.storage.InstantConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The invoker table as a queue, ordered by when each invoker is due. */
@Component
public class InvokerQueue {
  // A subquery, since H2 would start a join with the command and read all its invokers; the lower
  // bound, since H2 would otherwise scan every null of the index before the first time.
  private static final String SELECT_DUE =
      "select i.id, i.tenant_id, i.number, i.policy, i.recurrence, i.invoke_at, i.next_fire_at, i.version, i.fires,"
          + " (select c.revision_id from command c where c.id = i.command_id), i.instance_ids, i.username, i.parameters"
          + " from invoker i where i.next_fire_at between 0 and ? order by i.next_fire_at, i.id limit ?";

  // Not min(), which scans the nulls too.
  private static final String NEXT_DUE =
      "select next_fire_at from invoker where next_fire_at > ? order by next_fire_at limit 1";

  private static final String SELECT_SCHEDULED =
      "select number, policy, recurrence, invoke_at, next_fire_at from invoker where next_fire_at between 0 and ?";

  private static final String CLAIM =
      "update invoker set next_fire_at = ?, fires = fires + ?, version = version + 1 where id = ? and version = ?";

  private final JdbcTemplate jdbc;

  InvokerQueue(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns when the first invoker is due after an instant. */
  public Optional<Instant> nextDueAfter(Instant instant) {
    return jdbc.queryForList(NEXT_DUE, Long.class, instant.toEpochMilli()).stream()
        .findFirst()
        .map(Instant::ofEpochMilli);
  }

  /** Returns how many invokers are due and have not fired yet. */
  public long backlog(Instant now) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from invoker where next_fire_at between 0 and ?",
            Long.class,
            now.toEpochMilli());
    return count == null ? 0 : count;
  }

  /**
   * Returns invokers that are due, the longest overdue first. It locks nothing: the first claim of
   * an invoker wins.
   */
  public List<DueInvoker> due(Instant now, int limit) {
    return jdbc.query(SELECT_DUE, InvokerQueue::dueInvoker, now.toEpochMilli(), limit);
  }

  /** Returns all invokers whose next fire is due by a time. */
  public List<ScheduledInvoker> scheduled(Instant until) {
    return jdbc.query(
        SELECT_SCHEDULED,
        (row, index) ->
            new ScheduledInvoker(
                row.getLong(1), schedule(row, 2), Instant.ofEpochMilli(row.getLong(5))),
        until.toEpochMilli());
  }

  /**
   * Claims due invokers in the running transaction.
   *
   * @return those whose invokers have not been changed or claimed since they were found
   */
  public List<InvokerClaim> claim(List<InvokerClaim> claims) {
    int[] counts = jdbc.batchUpdate(CLAIM, claims.stream().map(InvokerQueue::row).toList());
    List<InvokerClaim> successful = new ArrayList<>(claims.size());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        successful.add(claims.get(i));
      }
    }
    return successful;
  }

  private static @Nullable Object[] row(InvokerClaim claim) {
    return new @Nullable Object[] {
      InstantConverter.millis(claim.next()),
      claim.fires() ? 1 : 0,
      claim.invoker().id(),
      claim.invoker().version()
    };
  }

  private static DueInvoker dueInvoker(ResultSet row, int index) throws SQLException {
    return new DueInvoker(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        schedule(row, 4),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        new InstanceIdsConverter().convertToEntityAttribute(row.getString(11)),
        row.getString(12),
        row.getString(13));
  }

  /** Reads a schedule from three columns: the policy, the crontab, the instant. */
  private static Schedule schedule(ResultSet row, int column) throws SQLException {
    return new Schedule(
        Schedule.Policy.valueOf(row.getString(column)),
        row.getString(column + 1),
        InstantConverter.instant(row, column + 2));
  }
}
