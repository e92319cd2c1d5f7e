package io.tatemulator.invoker;

/** Learns of stored crontabs that cannot be read. */
public interface CrontabObserver {
  /** An invoker has no next fire, since its crontab cannot be read. */
  void unreadable();
}
