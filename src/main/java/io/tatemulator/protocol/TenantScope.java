package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;
import java.util.function.Supplier;

/** Runs requests in their tenants. */
public interface TenantScope {
  /**
   * Runs a request in a tenant; creates the tenant with its initial state if it is missing. The
   * tenant's state is not removed while the request runs.
   */
  <T> T inTenant(Tenant tenant, Supplier<T> request);
}
