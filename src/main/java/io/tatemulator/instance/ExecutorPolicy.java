package io.tatemulator.instance;

/** Decides which executors instances may have. */
public interface ExecutorPolicy {
  /**
   * Checks that an instance may have an executor.
   *
   * @throws IllegalArgumentException when it may not; the message names the settings
   */
  void require(Instance.Executor executor);
}
