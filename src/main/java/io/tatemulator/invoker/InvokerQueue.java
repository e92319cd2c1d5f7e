package io.tatemulator.invoker;

import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invoker table as a queue, ordered by when each invoker is due. */
@Component
public class InvokerQueue {
  private final InvokerRepository invokers;
  private final ConditionalUpdate claim;

  InvokerQueue(InvokerRepository invokers, ConditionalUpdates updates) {
    this.invokers = invokers;
    this.claim =
        updates
            .of(Invoker.class)
            .assign("nextFireAt")
            .add("fires", "version")
            .where("id", "version");
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
    return claim.run(claims, InvokerQueue::values);
  }

  private static @Nullable Object[] values(InvokerClaim claim) {
    long version = claim.invoker().version();
    return new @Nullable Object[] {
      claim.next(), claim.fires() ? 1L : 0L, 1L, claim.invoker().id(), version
    };
  }
}
