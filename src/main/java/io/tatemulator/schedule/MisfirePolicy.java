package io.tatemulator.schedule;

/**
 * What becomes of a recurring invoker's instants that passed while nobody could fire them. Those
 * within the grace are not missed: they fire, whatever becomes of the others.
 */
public enum MisfirePolicy {
  /** The oldest one fires, late; the others are passed over. */
  ONCE,
  /** None fires. */
  SKIP,
  /** Each fires, one after the other. */
  ALL
}
