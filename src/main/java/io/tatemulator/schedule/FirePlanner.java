package io.tatemulator.schedule;

import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.NextFires;
import io.tatemulator.invoker.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.springframework.stereotype.Component;

/** Decides whether due invokers fire and when they are due again. */
@Component
final class FirePlanner {
  /**
   * A cache key: invokers with the same crontab and instant share the next instant, whose
   * computation is the expensive part.
   */
  private record Step(String recurrence, Instant after) {}

  private static final Comparator<DueInvoker> EARLIEST_FIRST =
      Comparator.comparing(DueInvoker::dueAt).thenComparingLong(DueInvoker::id);

  private final NextFires nextFires;
  private final MisfireSettings properties;

  FirePlanner(NextFires nextFires, MisfireSettings properties) {
    this.nextFires = nextFires;
    this.properties = properties;
  }

  List<InvokerClaim> plan(List<DueInvoker> due, Instant now) {
    Map<Step, Instant> cache = new HashMap<>();
    return due.stream().map(invoker -> claim(invoker, now, cache)).toList();
  }

  /**
   * Plans the next fires, each at its due instant, also when an invoker is due several times.
   *
   * @param upcoming all invokers that are due by a time, the earliest first
   * @param until the time
   * @param limit the maximum number of fires
   * @return the first of the fires, in time order, and of each instant either all or none
   */
  List<InvokerClaim> planAhead(List<DueInvoker> upcoming, Instant until, int limit) {
    Map<Step, Instant> cache = new HashMap<>();
    Queue<DueInvoker> queue = new PriorityQueue<>(EARLIEST_FIRST);
    queue.addAll(upcoming);
    List<InvokerClaim> claims = new ArrayList<>();
    int complete = 0;
    for (DueInvoker invoker = queue.poll();
        invoker != null && !invoker.dueAt().isAfter(until);
        invoker = queue.poll()) {
      if (claims.isEmpty()
          || claims.get(claims.size() - 1).invoker().dueAt().isBefore(invoker.dueAt())) {
        complete = claims.size();
      }
      if (claims.size() == limit) {
        return claims.subList(0, complete);
      }
      InvokerClaim claim = claim(invoker, invoker.dueAt(), cache);
      claims.add(claim);
      if (claim.next() != null) {
        queue.add(invoker.fired(claim.next()));
      }
    }
    return claims;
  }

  private InvokerClaim claim(DueInvoker invoker, Instant now, Map<Step, Instant> cache) {
    Schedule schedule = invoker.schedule();
    String recurrence = schedule.recurrence();
    if (recurrence == null) {
      return new InvokerClaim(invoker, true, null);
    }
    Instant firstOnTime = now.minus(properties.misfireThreshold());
    boolean missed = invoker.dueAt().isBefore(firstOnTime);
    boolean fires = !missed || properties.misfire() != MisfirePolicy.SKIP;
    Instant after =
        missed && properties.misfire() != MisfirePolicy.ALL
            ? firstOnTime.minusMillis(1)
            : invoker.dueAt();
    Instant next =
        cache.computeIfAbsent(
            new Step(recurrence, after),
            step -> nextFires.after(after, invoker.number(), schedule));
    return new InvokerClaim(invoker, fires, next);
  }
}
