package io.tatemulator.protocol.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has calls wait. */
@Component
public final class Latency {
  /** Far fewer than the server's threads, so that the fault can still be removed. */
  private static final int MOST_WAITING = 100;

  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Waits, unless too many do already.
   *
   * @return whether it has; no also when the emulator is being stopped
   */
  public boolean pass(Duration latency) {
    if (!places.tryAcquire()) {
      return false;
    }
    boolean stopped = true;
    try {
      stopped = stopping.await(latency.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
    return !stopped;
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping.countDown();
  }
}
