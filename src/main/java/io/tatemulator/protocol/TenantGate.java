package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;

/** Lets a tenant in before its first request is handled. */
public interface TenantGate {
  /** Makes sure that the tenant exists, with all that a new tenant has. */
  void enter(Tenant tenant);
}
