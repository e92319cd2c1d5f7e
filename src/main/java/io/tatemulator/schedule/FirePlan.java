package io.tatemulator.schedule;

import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.invoker.Scheduling;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides what is to become of due invokers: whether they fire, and when they are due again. */
@Component
final class FirePlan {
  /**
   * Invokers that share a crontab and an instant share the next one too, and computing it is what
   * costs.
   */
  private record Step(String recurrence, Instant after) {}

  private final Scheduling scheduling;
  private final ScheduleProperties properties;

  FirePlan(Scheduling scheduling, ScheduleProperties properties) {
    this.scheduling = scheduling;
    this.properties = properties;
  }

  List<InvokerClaim> of(List<DueInvoker> due, Instant now) {
    Map<Step, Optional<Instant>> known = new HashMap<>();
    return due.stream().map(invoker -> claim(invoker, now, known)).toList();
  }

  private InvokerClaim claim(DueInvoker invoker, Instant now, Map<Step, Optional<Instant>> known) {
    Schedule schedule = invoker.schedule();
    String recurrence = schedule.recurrence();
    if (recurrence == null) {
      return new InvokerClaim(invoker, true, null);
    }
    boolean missed = invoker.dueAt().plus(properties.grace()).isBefore(now);
    boolean fires = !missed || properties.misfire() != MisfirePolicy.SKIP;
    Instant after = missed && properties.misfire() != MisfirePolicy.ALL ? now : invoker.dueAt();
    Optional<Instant> next =
        known.computeIfAbsent(
            new Step(recurrence, after),
            step -> Optional.ofNullable(scheduling.nextFire(schedule, after)));
    return new InvokerClaim(invoker, fires, next.orElse(null));
  }
}
