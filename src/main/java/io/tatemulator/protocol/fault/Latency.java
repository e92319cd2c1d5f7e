package io.tatemulator.protocol.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Delays requests. */
@Component
public final class Latency {
  /** Far fewer than the server's threads, so that the fault can still be removed. */
  private static final int MAX_WAITING = 100;

  private final Semaphore permits = new Semaphore(MAX_WAITING);
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Waits, unless too many requests already wait.
   *
   * @return whether it has waited for the whole latency; false also when the emulator is stopping
   */
  public boolean await(Duration latency) {
    if (!permits.tryAcquire()) {
      return false;
    }
    boolean stopped = true;
    try {
      stopped = stopping.await(latency.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      permits.release();
    }
    return !stopped;
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping.countDown();
  }
}
