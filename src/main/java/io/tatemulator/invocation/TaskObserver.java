package io.tatemulator.invocation;

/** Observes every status that tasks reach. */
public interface TaskObserver {
  /** Called after the commit of a transaction in which that many tasks reached a status. */
  void reached(TaskStatus status, int tasks);
}
