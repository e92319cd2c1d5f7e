package io.tatemulator.control;

import io.tatemulator.support.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The tenant of a control API request, from its query.
 *
 * @param account the account; the default one when null
 * @param region the region; the default one when null
 */
public record TenantParameters(@Nullable String account, @Nullable String region) {
  /**
   * Returns the tenant.
   *
   * @throws IllegalArgumentException when the account or the region is invalid
   */
  public Tenant tenant() {
    return Tenant.ofNullable(account, region);
  }
}
