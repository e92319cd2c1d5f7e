package io.tatemulator.control;

import io.tatemulator.support.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Whose state a request of the control API is about, as its query says.
 *
 * @param account the account; the default one when null
 * @param region the region; the default one when null
 */
record TenantParameters(@Nullable String account, @Nullable String region) {
  /**
   * The tenant.
   *
   * @throws IllegalArgumentException when it cannot be one
   */
  Tenant tenant() {
    return Tenant.named(account, region);
  }
}
