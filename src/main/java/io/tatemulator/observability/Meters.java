package io.tatemulator.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tatemulator.invocation.TaskObserver;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invoker.CrontabObserver;
import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.protocol.CompletedRequest;
import io.tatemulator.protocol.RequestObserver;
import io.tatemulator.protocol.Services;
import io.tatemulator.schedule.FireObserver;
import io.tatemulator.time.Fire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Records the metrics of {@code /actuator/prometheus}. */
@Component
final class Meters implements RequestObserver, FireObserver, TaskObserver, CrontabObserver {
  /**
   * Replaces every action that no service has, since requests could otherwise create any number of
   * label values.
   */
  private static final String UNKNOWN = "unknown";

  private final MeterRegistry registry;
  private final Services services;
  private final Timer lateness;
  private final Counter unreadableCrontabs;

  Meters(MeterRegistry registry, Services services, InvokerQueue queue, Clock clock) {
    this.registry = registry;
    this.services = services;
    this.lateness =
        Timer.builder("tat.fire.lateness")
            .description("Time from an invoker's due time to the commit of its fire")
            .publishPercentiles(0.5, 0.99)
            .publishPercentileHistogram()
            .register(registry);
    this.unreadableCrontabs =
        Counter.builder("tat.crontabs.unreadable")
            .description(
                "Times that an invoker lost its next fire because its crontab is unreadable")
            .register(registry);
    Gauge.builder("tat.due.backlog", () -> queue.backlog(clock.instant()))
        .description("Invokers that are due and have not fired yet")
        .register(registry);
  }

  @Override
  public void onCompleted(CompletedRequest completed) {
    String requested = completed.context().action();
    String action = services.haveAction(requested) ? requested : UNKNOWN;
    registry
        .timer("tat.requests", "action", action, "code", completed.code())
        .record(completed.took());
  }

  @Override
  public void onFired(List<Fire> fires, Instant committedAt) {
    registry.counter("tat.fires").increment(fires.size());
    for (Fire fire : fires) {
      lateness.record(
          Math.max(0, Duration.between(fire.dueAt(), committedAt).toMillis()),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void onUnreadableCrontab() {
    unreadableCrontabs.increment();
  }

  @Override
  public void reached(TaskStatus status, int tasks) {
    registry.counter("tat.tasks", "status", status.name()).increment(tasks);
  }
}
