package io.tatemulator.schedule;

import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.NextFires;
import io.tatemulator.invoker.Schedule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides whether due invokers fire and when they are due again. */
@Component
final class FirePlanner {
  /**
   * A cache key: invokers with the same crontab and instant share the next instant, whose
   * computation is the expensive part.
   */
  private record Step(String recurrence, Instant after) {}

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
