package io.tatemulator.schedule;

/**
 * The policies for a recurring invoker's instants that were missed while the emulator could not
 * fire them. Instants within the misfire threshold are not missed: they fire under each policy.
 */
public enum MisfirePolicy {
  /** The oldest one fires, late; the others are skipped. */
  ONCE,
  /** None fires. */
  SKIP,
  /** Each fires, one after another. */
  ALL
}
