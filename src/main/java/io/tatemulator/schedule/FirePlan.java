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

/** Decides what is to become of due invokers: whether they fire, and when they are due again. */
@Component
final class FirePlan {
  /**
   * Invokers that share a crontab and an instant share the next one too, and computing it is what
   * costs.
   */
  private record Step(String recurrence, Instant after) {}

  private final NextFires nextFires;
  private final ScheduleProperties properties;

  FirePlan(NextFires nextFires, ScheduleProperties properties) {
    this.nextFires = nextFires;
    this.properties = properties;
  }

  List<InvokerClaim> of(List<DueInvoker> due, Instant now) {
    Map<Step, Instant> known = new HashMap<>();
    return due.stream().map(invoker -> claim(invoker, now, known)).toList();
  }

  private InvokerClaim claim(DueInvoker invoker, Instant now, Map<Step, Instant> known) {
    Schedule schedule = invoker.schedule();
    String recurrence = schedule.recurrence();
    if (recurrence == null) {
      return new InvokerClaim(invoker, true, null);
    }
    Instant firstOnTime = now.minus(properties.grace());
    boolean missed = invoker.dueAt().isBefore(firstOnTime);
    boolean fires = !missed || properties.misfire() != MisfirePolicy.SKIP;
    Instant after =
        missed && properties.misfire() != MisfirePolicy.ALL
            ? firstOnTime.minusMillis(1)
            : invoker.dueAt();
    Instant next =
        known.computeIfAbsent(
            new Step(recurrence, after),
            step -> nextFires.after(after, invoker.number(), schedule));
    return new InvokerClaim(invoker, fires, next);
  }
}
