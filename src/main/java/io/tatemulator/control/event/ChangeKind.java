package io.tatemulator.control.event;

/** What clients are notified of. */
public enum ChangeKind {
  /** The clock has been set or moved, or reads another state. */
  CLOCK,
  /** A request of the control API that may have changed something has been handled. */
  CONTROL,
  /** Invokers have fired. */
  FIRES,
  /** Requests of the cloud's API have been handled. */
  REQUESTS,
  /** Tasks have reached another status. */
  TASKS
}
