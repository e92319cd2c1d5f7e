package io.tatemulator.instance;

/** Decides which executors instances may have; all policies must agree. */
public interface ExecutorPolicy {
  /**
   * Checks that an instance may have an executor.
   *
   * @param key the instance
   * @throws IllegalArgumentException when it may not; the message names the settings
   */
  void require(Instance.Key key, Instance.Executor executor);
}
