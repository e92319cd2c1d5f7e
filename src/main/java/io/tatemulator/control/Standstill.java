package io.tatemulator.control;

import io.tatemulator.storage.Tenants;
import io.tatemulator.time.DueLoop;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Has the emulator stand still: no due work is done and no request is handled. So nobody can finish
 * afterwards what he began before, and nobody holds a row.
 */
@Component
final class Standstill {
  private final DueLoop loop;
  private final Tenants tenants;

  Standstill(DueLoop loop, Tenants tenants) {
    this.loop = loop;
    this.tenants = tenants;
  }

  /** Waits until all stands still, and does something then. */
  <T> T during(Supplier<T> job) {
    return loop.alone(() -> tenants.alone(job));
  }

  /** Waits until all stands still, and does something then. */
  void during(Runnable job) {
    during(
        () -> {
          job.run();
          return true;
        });
  }
}
