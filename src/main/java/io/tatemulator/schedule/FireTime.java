package io.tatemulator.schedule;

import io.tatemulator.invoker.DueInvoker;
import java.time.Instant;

/** When a due invoker fires. */
@FunctionalInterface
interface FireTime {
  /** At the instant at which it is due, however far the work has come. */
  FireTime WHEN_DUE = DueInvoker::dueAt;

  /** Returns when an invoker fires. */
  Instant of(DueInvoker invoker);

  /** Returns one time for all invokers. */
  static FireTime at(Instant now) {
    return invoker -> now;
  }
}
