package io.tatemulator.invoker;

/** Receives notifications of stored crontabs that cannot be read. */
public interface CrontabObserver {
  /** Handles an invoker that has no next fire, since its crontab cannot be read. */
  void onUnreadableCrontab();
}
