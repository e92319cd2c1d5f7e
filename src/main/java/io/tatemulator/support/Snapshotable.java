package io.tatemulator.support;

/**
 * A component with state in memory. All persistent state is in the database, and a snapshot is the
 * database; so state in memory either derives from it or is invalid after another state has been
 * loaded.
 */
public interface Snapshotable {
  /**
   * Validates the state that is about to be committed to the database.
   *
   * @throws RuntimeException when it is invalid; then the previous state remains
   */
  default void check() {}

  /**
   * Discards the state in memory that derives from or belongs to the previous state of the
   * database. Called after a load, while no request and no due work runs.
   */
  void restored();
}
