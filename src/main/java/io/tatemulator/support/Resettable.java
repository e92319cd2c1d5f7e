package io.tatemulator.support;

import org.jspecify.annotations.Nullable;

/**
 * A component with state that a reset clears. A reset finds all of them by this type and calls them
 * in their order, while no request and no due work runs.
 */
public interface Resettable {
  /**
   * Clears the state.
   *
   * @param tenant the only tenant to clear; null for all, which restores the state of a first start
   */
  void reset(@Nullable Tenant tenant);
}
