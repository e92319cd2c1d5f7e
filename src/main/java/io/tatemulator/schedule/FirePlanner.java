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
   * @param upcoming the invokers that are due by a time, the earliest first
   * @param until the time
   * @param maxTasks the maximum number of tasks that the fires start
   * @return the first of the fires, in time order, and of each instant either all or none
   */
  List<InvokerClaim> planNextFires(List<DueInvoker> upcoming, Instant until, int maxTasks) {
    Map<Step, Instant> cache = new HashMap<>();
    Queue<DueInvoker> queue = new PriorityQueue<>(EARLIEST_FIRST);
    queue.addAll(upcoming);
    List<InvokerClaim> claims = new ArrayList<>();
    int tasks = 0;
    while (true) {
      List<DueInvoker> together = removeFirstInstant(queue, until);
      tasks += together.stream().mapToInt(invoker -> invoker.instanceIds().size()).sum();
      if (together.isEmpty() || tasks > maxTasks) {
        return claims;
      }
      for (DueInvoker invoker : together) {
        InvokerClaim claim = claim(invoker, invoker.dueAt(), cache);
        claims.add(claim);
        if (claim.next() != null) {
          queue.add(invoker.fired(claim.next()));
        }
      }
    }
  }

  private static List<DueInvoker> removeFirstInstant(Queue<DueInvoker> queue, Instant until) {
    List<DueInvoker> together = new ArrayList<>();
    DueInvoker next = queue.peek();
    while (next != null
        && !next.dueAt().isAfter(until)
        && (together.isEmpty() || next.dueAt().equals(together.get(0).dueAt()))) {
      together.add(queue.remove());
      next = queue.peek();
    }
    return together;
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
