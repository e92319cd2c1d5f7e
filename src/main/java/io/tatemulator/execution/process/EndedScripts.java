package io.tatemulator.execution.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Passes on which tasks have scripts that have ended, the first at once and those that follow
 * together, at most every 20 ms. Their ends are then stored in one transaction; one transaction
 * each would cost as much processor time as the scripts themselves.
 */
final class EndedScripts {
  static final Duration PAUSE = Duration.ofMillis(20);

  private final Consumer<List<Long>> receiver;
  private final BiConsumer<Duration, Runnable> timer;
  private final LongSupplier nanoTime;
  private final Queue<Long> taskIds = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean passing = new AtomicBoolean();
  private volatile long passedAt;

  /**
   * Creates an instance that has passed on nothing yet.
   *
   * @param receiver receives the tasks
   * @param timer runs something later
   * @param nanoTime the host's time in nanoseconds
   */
  EndedScripts(
      Consumer<List<Long>> receiver, BiConsumer<Duration, Runnable> timer, LongSupplier nanoTime) {
    this.receiver = receiver;
    this.timer = timer;
    this.nanoTime = nanoTime;
    this.passedAt = nanoTime.getAsLong() - PAUSE.toNanos();
  }

  /** Adds a task whose script has ended. */
  void add(long taskId) {
    taskIds.add(taskId);
    if (passing.compareAndSet(false, true)) {
      long left = passedAt + PAUSE.toNanos() - nanoTime.getAsLong();
      if (left > 0) {
        timer.accept(Duration.ofNanos(left), this::passOn);
      } else {
        passOn();
      }
    }
  }

  private void passOn() {
    passedAt = nanoTime.getAsLong();
    // First, so that a task that is added from here on is passed on, too.
    passing.set(false);
    List<Long> ended = new ArrayList<>();
    for (Long id = taskIds.poll(); id != null; id = taskIds.poll()) {
      ended.add(id);
    }
    receiver.accept(ended);
  }
}
