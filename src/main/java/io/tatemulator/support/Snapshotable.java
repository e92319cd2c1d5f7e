package io.tatemulator.support;

/**
 * Something that holds state of its own. All that outlives a process lies in the database, and a
 * snapshot is the database; so what else is held either follows from it or has no meaning after
 * another state has been loaded.
 */
public interface Snapshotable {
  /**
   * The database holds another state now: forgets what followed from the one before and what
   * belonged to it. Called while no request is handled and no due work is done.
   */
  void restored();
}
