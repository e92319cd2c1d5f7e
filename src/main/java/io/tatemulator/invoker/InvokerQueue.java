package io.tatemulator.invoker;

import io.tatemulator.persistence.ConditionalUpdate;
import io.tatemulator.persistence.ConditionalUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invoker table as a queue, ordered by when each invoker is due. */
@Component
public class InvokerQueue {
  /** The number of parts of the queue, each of which can be worked off apart. */
  public static final int PARTS = 4;

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

  /**
   * Returns those of a part of the invokers.
   *
   * @param part the number of the part, from 0 to {@link #PARTS}, exclusive
   */
  public List<DueInvoker> dueOfPart(Instant now, int limit, int part) {
    return invokers.findDueOfPart(Instant.EPOCH, now, limit, part);
  }

  /** Returns the invokers that are due next after an instant and by a time, the earliest first. */
  public List<DueInvoker> upcoming(Instant after, Instant until, int limit) {
    return invokers.findDue(after.plusMillis(1), until, limit);
  }

  /** Returns all invokers whose next fire is due by a time. */
  public List<ScheduledInvoker> scheduled(Instant until) {
    return invokers.findScheduled(Instant.EPOCH, until);
  }

  /**
   * Claims due invokers in the running transaction. Several claims of an invoker follow each other
   * and are stored as one change.
   *
   * @return those whose invokers have not been changed or claimed since they were found
   */
  public List<InvokerClaim> claim(List<InvokerClaim> claims) {
    Map<Long, List<InvokerClaim>> byInvoker = new LinkedHashMap<>();
    claims.forEach(
        each -> byInvoker.computeIfAbsent(each.invoker().id(), id -> new ArrayList<>(1)).add(each));
    claim
        .run(List.copyOf(byInvoker.values()), InvokerQueue::values)
        .forEach(claimed -> byInvoker.remove(claimed.get(0).invoker().id()));
    return byInvoker.isEmpty()
        ? claims
        : claims.stream().filter(each -> !byInvoker.containsKey(each.invoker().id())).toList();
  }

  private static @Nullable Object[] values(List<InvokerClaim> claims) {
    DueInvoker invoker = claims.get(0).invoker();
    return new @Nullable Object[] {
      claims.get(claims.size() - 1).next(),
      claims.stream().filter(InvokerClaim::fires).count(),
      (long) claims.size(),
      invoker.id(),
      invoker.version()
    };
  }
}
