package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;
import java.util.function.Supplier;

/** Lets requests in, each for its tenant. */
public interface TenantGate {
  /**
   * Handles a request of a tenant, which exists from then on with all that a new tenant has.
   * Meanwhile nobody takes its state away.
   */
  <T> T within(Tenant tenant, Supplier<T> request);
}
