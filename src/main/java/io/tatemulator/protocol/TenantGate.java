package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;
import java.util.function.Supplier;

/** Runs requests in their tenants. */
public interface TenantGate {
  /**
   * Runs a request in a tenant; creates the tenant with its initial state if it is missing. The
   * tenant's state is not removed while the request runs.
   */
  <T> T within(Tenant tenant, Supplier<T> request);
}
