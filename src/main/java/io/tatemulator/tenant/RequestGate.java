package io.tatemulator.tenant;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Separates requests, which run side by side, from work that must not overlap with any: a reset, a
 * load, a section of a clock advance. ADR 18 has the order of this lock and the others.
 */
@Component
public final class RequestGate {
  // Fair, so that repeated exclusive work admits requests in between.
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Runs a request, or a part of one, beside others and returns its result. */
  public <T> T runShared(Supplier<T> request) {
    lock.readLock().lock();
    try {
      return request.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Waits until all requests have ended, then runs a job and returns its result. */
  public <T> T runExclusively(Supplier<T> job) {
    lock.writeLock().lock();
    try {
      return job.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
