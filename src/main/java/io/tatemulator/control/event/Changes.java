package io.tatemulator.control.event;

import io.tatemulator.invocation.TaskObserver;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.protocol.CompletedRequest;
import io.tatemulator.protocol.RequestObserver;
import io.tatemulator.schedule.FireObserver;
import io.tatemulator.support.OperationProgress;
import io.tatemulator.time.ClockMoved;
import io.tatemulator.time.Fire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts changes and has clients wait for the next one. Changes by other nodes do not count. */
@Component
public final class Changes implements FireObserver, TaskObserver, RequestObserver {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition closing = lock.newCondition();
  private ChangeCounts counts = ChangeCounts.NONE;
  private boolean closed;

  /** Returns the present numbers. */
  public ChangeCounts current() {
    lock.lock();
    try {
      return counts;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a change.
   *
   * @param seen the numbers that the client knows
   * @param timeout how long to wait at most
   * @return the numbers then, which are those seen when nothing has changed; empty once the
   *     emulator shuts down
   * @throws InterruptedException when the thread is interrupted
   */
  public Optional<ChangeCounts> await(ChangeCounts seen, Duration timeout)
      throws InterruptedException {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (!closed && counts.equals(seen) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closed ? Optional.empty() : Optional.of(counts);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a time has passed, whatever changes.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void pause(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!closed && left > 0) {
        left = closing.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onFired(List<Fire> fires, Instant committedAt) {
    add(ChangeKind.FIRES, fires.size());
  }

  @Override
  public void reached(TaskStatus status, int tasks) {
    add(ChangeKind.TASKS, tasks);
  }

  @Override
  public void onCompleted(CompletedRequest completed) {
    add(ChangeKind.REQUESTS, 1);
  }

  /** Counts a request of the control API that may have changed something. */
  public void onControlRequest() {
    add(ChangeKind.CONTROL, 1);
  }

  @EventListener
  void onMoved(ClockMoved moved) {
    add(ChangeKind.CLOCK, 1);
  }

  @EventListener
  void onProgress(OperationProgress progress) {
    update(now -> now.with(progress));
  }

  @EventListener
  void onClosed(ContextClosedEvent event) {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      closing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(ChangeKind kind, int count) {
    if (count > 0) {
      update(now -> now.plus(kind, count));
    }
  }

  private void update(UnaryOperator<ChangeCounts> change) {
    lock.lock();
    try {
      counts = change.apply(counts);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
