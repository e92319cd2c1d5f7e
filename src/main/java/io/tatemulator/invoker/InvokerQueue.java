package io.tatemulator.invoker;

import io.tatemulator.storage.InstantConverter;
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
  private static final String CLAIM =
      "update invoker set next_fire_at = ?, fires = fires + ?, version = version + 1 where id = ? and version = ?";

  private final InvokerRepository invokers;
  private final JdbcTemplate jdbc;

  InvokerQueue(InvokerRepository invokers, JdbcTemplate jdbc) {
    this.invokers = invokers;
    this.jdbc = jdbc;
  }

  /** Returns when the first invoker is due after an instant. */
  public Optional<Instant> nextDueAfter(Instant instant) {
    return invokers.nextDue(instant).stream().findFirst();
  }

  /** Returns how many invokers are due and have not fired yet. */
  public long backlog(Instant now) {
    return invokers.countDue(Instant.EPOCH, now);
  }

  /**
   * Returns invokers that are due, the longest overdue first. It locks nothing: the first claim of
   * an invoker wins.
   */
  public List<DueInvoker> due(Instant now, int limit) {
    return invokers.findDue(Instant.EPOCH, now, limit);
  }

  /** Returns all invokers whose next fire is due by a time. */
  public List<ScheduledInvoker> scheduled(Instant until) {
    return invokers.findScheduled(Instant.EPOCH, until);
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
}
