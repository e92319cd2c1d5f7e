package io.tatemulator.support;

import org.jspecify.annotations.Nullable;

/**
 * A bean with state. Resets and loads of snapshots find all of them by this type and call them in
 * bean order, while no request and no due work runs. What outlives a process is in the database, so
 * any other state is either derived from it or meaningless once another state has been loaded.
 */
public interface StatefulComponent {
  /**
   * Resets the state.
   *
   * @param tenant the only tenant to reset; null for all, which restores the state of a first start
   */
  void reset(@Nullable Tenant tenant);

  /** Discards what was derived from the database's previous state, after a snapshot is loaded. */
  void reload();

  /** Discards what was derived from rows that another node may have changed. */
  default void refresh() {
    reload();
  }

  /**
   * Validates the part of a loaded snapshot that this component reads, before the load is
   * committed.
   *
   * @throws RuntimeException if the component cannot work with it; then the state does not change
   */
  default void validate() {}
}
