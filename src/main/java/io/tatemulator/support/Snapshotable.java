package io.tatemulator.support;

/**
 * Something that holds state of its own. All that outlives a process lies in the database, and a
 * snapshot is the database; so what else is held either follows from it or has no meaning after
 * another state has been loaded.
 */
public interface Snapshotable {
  /**
   * Makes sure that it can work with the state that the database would hold.
   *
   * @throws RuntimeException when it cannot; then the state stays as it is
   */
  default void check() {}

  /**
   * The database holds another state now: forgets what followed from the one before and what
   * belonged to it. Called while no request is handled and no due work is done.
   */
  void restored();
}
