package io.tatemulator.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tatemulator.invocation.TaskObserver;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.invoker.CrontabObserver;
import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.protocol.AnsweredCall;
import io.tatemulator.protocol.CallObserver;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.schedule.Fire;
import io.tatemulator.schedule.FireObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What {@code /actuator/prometheus} tells of the emulator's work. */
@Component
final class Meters implements CallObserver, FireObserver, TaskObserver, CrontabObserver {
  /**
   * Stands for every action that the API does not have, since callers could otherwise make up any
   * number of them.
   */
  private static final String UNKNOWN = "unknown";

  private final MeterRegistry registry;
  private final ServiceModel model;
  private final Timer lateness;
  private final Counter unreadableCrontabs;

  Meters(MeterRegistry registry, ServiceModel model, InvokerQueue queue, Clock clock) {
    this.registry = registry;
    this.model = model;
    this.lateness =
        Timer.builder("tat.fire.lateness")
            .description("From an invoker's due instant until its fire had been committed")
            .publishPercentiles(0.5, 0.99)
            .publishPercentileHistogram()
            .register(registry);
    this.unreadableCrontabs =
        Counter.builder("tat.crontabs.unreadable")
            .description("Invokers that lost their next fire to a crontab that cannot be read")
            .register(registry);
    Gauge.builder("tat.due.backlog", () -> queue.backlog(clock.instant()))
        .description("Invokers that are due and have not fired yet")
        .register(registry);
  }

  @Override
  public void answered(AnsweredCall answered) {
    String called = answered.call().action();
    String action = model.actions().contains(called) ? called : UNKNOWN;
    registry.timer("tat.calls", "action", action, "code", answered.code()).record(answered.took());
  }

  @Override
  public void fired(List<Fire> fires, Instant committedAt) {
    registry.counter("tat.fires").increment(fires.size());
    for (Fire fire : fires) {
      lateness.record(
          Math.max(0, Duration.between(fire.dueAt(), committedAt).toMillis()),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void unreadable() {
    unreadableCrontabs.increment();
  }

  @Override
  public void reached(TaskStatus status, int tasks) {
    registry.counter("tat.tasks", "status", status.name()).increment(tasks);
  }
}
