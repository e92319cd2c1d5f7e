package io.tatemulator.invocation;

/** Learns of every status that tasks reach. */
public interface TaskObserver {
  /** That many tasks now have a status, for good: their transaction has been committed. */
  void reached(TaskStatus status, int tasks);
}
