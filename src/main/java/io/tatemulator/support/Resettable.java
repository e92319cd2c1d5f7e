package io.tatemulator.support;

import org.jspecify.annotations.Nullable;

/**
 * Something that holds state of its own. A reset finds all of them by this type and calls them in
 * their order, while no request is handled and no due work is done.
 */
public interface Resettable {
  /**
   * Forgets.
   *
   * @param tenant whose state alone; null for everybody's, and then all is as after a first start
   */
  void reset(@Nullable Tenant tenant);
}
